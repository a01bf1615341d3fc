package unroll.plot.axis;

/**
 * A labelled place on an axis.
 *
 * @param value where
 * @param text what is written there
 */
public record Tick(double value, String text) {}
