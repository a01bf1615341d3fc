package unroll.experiment;

/** A number that can be told of every place in a play, once the text before it has told enough. */
public enum TextFeature {
    /** How many letters the line has so far. */
    LINE("line") {
        @Override
        int next(int last, int before, int letter) {
            return letter == LINE_BREAK ? 0 : last == UNKNOWN ? UNKNOWN : last + 1;
        }
    },
    /** How many letters the word has so far. */
    WORD("word") {
        @Override
        int next(int last, int before, int letter) {
            return !Character.isLetter(letter) ? 0 : last == UNKNOWN ? UNKNOWN : last + 1;
        }
    },
    /** Whether it stands in the line that names who speaks, from the empty line to the colon: 1 or 0. */
    SPEAKER("speaker") {
        @Override
        int next(int last, int before, int letter) {
            if (letter == LINE_BREAK && before == LINE_BREAK) {
                return 1;
            }
            return letter == ':' ? 0 : last;
        }
    };

    static final int UNKNOWN = -1;
    private static final int LINE_BREAK = '\n';

    private final String id;

    TextFeature(String id) {
        this.id = id;
    }

    /** As lessons name it. */
    public String id() {
        return id;
    }

    /**
     * The number after one more letter.
     *
     * @param last the number before it, or {@link #UNKNOWN}
     * @param before the letter before it
     */
    abstract int next(int last, int before, int letter);
}
