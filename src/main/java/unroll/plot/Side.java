package unroll.plot;

/** One of two networks that are compared: in every figure it has its letter, its colour and line patterns of its own. */
public enum Side {
    /** The experiment that is open; its cursor, its example and its training lead. */
    A(Role.SERIES_3),
    /** What it is compared with. */
    B(Role.SERIES_4);

    private final Role role;

    Side(Role role) {
        this.role = role;
    }

    public Side other() {
        return this == A ? B : A;
    }

    public Role role() {
        return role;
    }

    /** The index of its colour among those of series. */
    public int color() {
        return role.ordinal() - Role.SERIES_1.ordinal();
    }

    /**
     * The pattern of its n-th line, another one than that of the other side's.
     *
     * @param index from 0
     */
    public Dash dash(int index) {
        return Dash.of(2 * index + ordinal());
    }
}
