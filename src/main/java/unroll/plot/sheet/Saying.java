package unroll.plot.sheet;

import unroll.plot.tex.Caption;

/**
 * A text for the eye and for the ear.
 *
 * @param shown with formulas between dollar signs
 * @param spoken the same for screen readers
 */
public record Saying(String shown, String spoken) {
    /** A text that is read as it stands. */
    public static Saying of(String text) {
        return new Saying(text, Caption.plain(text));
    }
}
