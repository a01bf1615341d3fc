package unroll.io;

/**
 * Something that can't be read: which file, where in it, what was expected, and the way out. The message says it all in
 * one line of English; the window tells it in its own language.
 */
public final class ReadProblem extends Exception implements Told {
    private static final long serialVersionUID = 1;

    private final String file;
    private final transient Phrase place;
    private final transient Phrase expectation;
    private final transient Phrase wayOut;

    /**
     * A problem at a place.
     *
     * @param file its name, or that of a built-in one
     * @param place such as {@code line 12} or {@code model.hidden}; none for the whole file
     * @param expectation what was expected and what was found
     * @param wayOut what the user can do; none where the expectation says it
     */
    public ReadProblem(String file, Phrase place, Phrase expectation, Phrase wayOut) {
        super(line(file, place, expectation, wayOut).english().replaceAll("[\\r\\n]+", " "));
        this.file = file;
        this.place = place;
        this.expectation = expectation;
        this.wayOut = wayOut;
    }

    /** A problem of a kind that is told in English only. */
    public ReadProblem(String file, String place, String expectation, String wayOut) {
        this(file, Phrase.verbatim(place), Phrase.verbatim(expectation), Phrase.verbatim(wayOut));
    }

    private static Phrase line(String file, Phrase place, Phrase expectation, Phrase wayOut) {
        Phrase where = place.isEmpty() ? Phrase.verbatim(file) : Phrase.of("problem.inFile", file, place);
        return wayOut.isEmpty()
                ? Phrase.of("problem.line", where, expectation)
                : Phrase.of("problem.lineAndWayOut", where, expectation, wayOut);
    }

    @Override
    public Phrase phrase() {
        return line(file, place, expectation, wayOut);
    }

    public String file() {
        return file;
    }

    public String place() {
        return place.english();
    }

    public String expectation() {
        return expectation.english();
    }

    /** What was expected and what was found, for where the place is in sight. */
    public Phrase expected() {
        return expectation;
    }

    public String wayOut() {
        return wayOut.english();
    }
}
