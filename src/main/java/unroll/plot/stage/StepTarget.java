package unroll.plot.stage;

import unroll.plot.Hit;

/** A time step, 0 … T, where it is named and not one of its numbers: under its column or in the map of all steps. */
public record StepTarget(int t) implements Hit.Target {}
