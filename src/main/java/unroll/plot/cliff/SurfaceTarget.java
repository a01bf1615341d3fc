package unroll.plot.cliff;

import unroll.plot.Hit;

/** A place on the surface. */
public record SurfaceTarget(double w, double b) implements Hit.Target {}
