package unroll.plot.circuit;

/** Which way a wire goes. */
enum Heading {
    RIGHT(1, 0),
    DOWN(0, 1),
    LEFT(-1, 0),
    UP(0, -1);

    static final int COUNT = 4;

    private final int dx;
    private final int dy;

    Heading(int dx, int dy) {
        this.dx = dx;
        this.dy = dy;
    }

    static Heading of(int ordinal) {
        return values()[ordinal];
    }

    int dx() {
        return dx;
    }

    int dy() {
        return dy;
    }

    boolean isLevel() {
        return dy == 0;
    }

    Heading opposite() {
        return of((ordinal() + 2) % COUNT);
    }
}
