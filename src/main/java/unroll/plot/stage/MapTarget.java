package unroll.plot.stage;

import unroll.plot.Hit;

/** A time step, 0 … T, in the map of all steps. */
public record MapTarget(int t) implements Hit.Target {}
