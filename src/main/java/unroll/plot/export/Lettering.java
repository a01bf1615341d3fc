package unroll.plot.export;

/**
 * How large the text of an exported figure is, and what is written about it.
 *
 * @param points that the titles of axes are tall, 1/72 inch on paper; everything else keeps its proportion to them
 * @param caption stands below the figure, may hold formulas between dollar signs; empty for none
 * @param origin what made the figure, kept inside the file where its format has a place for it; empty for nothing
 */
public record Lettering(double points, String caption, String origin) {
    /** What painters draw by themselves: 12 px at 96 to the inch. */
    public static final double USUAL_POINTS = 9;

    public static final double LEAST_POINTS = 4;
    public static final double MOST_POINTS = 72;

    /** The figure as painters draw it, and nothing else. */
    public static final Lettering PLAIN = new Lettering(USUAL_POINTS, "", "");

    public Lettering {
        if (!(points >= LEAST_POINTS && points <= MOST_POINTS)) {
            throw new IllegalArgumentException("text goes from 4 to 72 points, not " + points);
        }
    }

    public Lettering withCaption(String text) {
        return new Lettering(points, text, origin);
    }

    /** How much larger than painters draw. */
    double scale() {
        return points / USUAL_POINTS;
    }

    /** Whether the figure fills the page as its painter draws it. */
    boolean isBare() {
        return points == USUAL_POINTS && caption.isBlank();
    }
}
