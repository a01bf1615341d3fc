package unroll.io;

/**
 * Something that can't be read: which file, where in it, what was expected, and the way out. The message says it all in
 * one line.
 */
public final class ReadProblem extends Exception {
    private static final long serialVersionUID = 1;

    private final String file;
    private final String place;
    private final String expectation;
    private final String wayOut;

    /**
     * A problem at a place.
     *
     * @param file its name, or that of a built-in one
     * @param place such as {@code line 12} or {@code model.hidden}; empty for the whole file
     * @param expectation what was expected and what was found
     * @param wayOut what the user can do; empty where the expectation says it
     */
    public ReadProblem(String file, String place, String expectation, String wayOut) {
        super(line(file, place, expectation, wayOut));
        this.file = file;
        this.place = place;
        this.expectation = expectation;
        this.wayOut = wayOut;
    }

    private static String line(String file, String place, String expectation, String wayOut) {
        String where = place.isEmpty() ? file : file + ", " + place;
        String text = where + ": " + expectation + (wayOut.isEmpty() ? "" : "; " + wayOut);
        return text.replaceAll("[\\r\\n]+", " ");
    }

    public String file() {
        return file;
    }

    public String place() {
        return place;
    }

    public String expectation() {
        return expectation;
    }

    public String wayOut() {
        return wayOut;
    }
}
