package unroll.debug.measure;

/** Why a measure or a condition can't be read, or can't be taken in a network; the message is for the user, one line. */
public final class MeasureProblem extends Exception {
    private static final long serialVersionUID = 1;

    public MeasureProblem(String message) {
        super(message);
    }
}
