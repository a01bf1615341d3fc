package unroll.plot.curves;

/**
 * Something that somebody wrote at a point of a curve.
 *
 * @param series the curve's name
 * @param x the place; the note stands at the sample closest to it
 * @param text one line, may hold formulas between dollar signs
 */
public record CurveNote(String series, double x, String text) {}
