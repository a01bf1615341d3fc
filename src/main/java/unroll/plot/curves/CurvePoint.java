package unroll.plot.curves;

import unroll.plot.Hit;

/**
 * A measured point of a curve.
 *
 * @param series index in the {@link CurveSet}
 * @param x its place
 * @param y its value
 */
public record CurvePoint(int series, double x, double y) implements Hit.Target {}
