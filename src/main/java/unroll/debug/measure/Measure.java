package unroll.debug.measure;

import unroll.core.model.Network;

/** One number that is measured at a time step: of what, when, and which. */
public record Measure(Symbol symbol, Step step, Reading reading) {
    /** The norm of a vector at the line's step. */
    public static Measure norm(String id, boolean gradient) {
        return new Measure(Symbol.of(id, gradient), Step.HERE, Aggregate.NORM);
    }

    /**
     * Reads one, such as {@code |dh|}, {@code h_t-1[3]} or {@code max(f)}.
     *
     * @throws MeasureProblem saying where, what was expected, and an example
     */
    public static Measure parse(String text) throws MeasureProblem {
        return new Parser(text).measure();
    }

    /** In words that {@link #parse} reads. */
    public String text() {
        return reading.text(symbol.text(step));
    }

    /**
     * What is measured in a network.
     *
     * @param layer the layer meant where none is named, from 0, or {@link unroll.core.model.Site#HEAD}
     */
    public Target in(Network network, int layer) throws MeasureProblem {
        Target target = symbol.in(network, layer);
        reading.require(symbol.text(Step.HERE), target.units(), target.scale());
        return target;
    }
}
