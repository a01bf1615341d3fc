package unroll.plot.tex;

/** A formula that can't be read: where, and what was expected there. */
public final class TexError extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final int position;

    TexError(String source, int position, String problem) {
        super(problem + ", at character " + (position + 1) + " of \"" + source + "\"");
        this.position = position;
    }

    /**
     * Where reading stopped.
     *
     * @return index into the source, from 0; its length when something is missing at the end
     */
    public int position() {
        return position;
    }
}
