package unroll.debug;

import java.util.Arrays;
import unroll.core.model.Chain;
import unroll.core.model.Phase;
import unroll.core.op.Scale;
import unroll.core.trace.Trace;
import unroll.core.trace.Track;
import unroll.debug.measure.Measure;
import unroll.debug.measure.MeasureProblem;
import unroll.debug.measure.Reading;
import unroll.debug.measure.Target;

/**
 * A measure at every time step of a trace, and the position after which it is known there. A number is taken when it is
 * asked for, so that a step which nobody looks at costs nothing.
 */
public final class Series {
    /** The numbers behind a measure at a step. */
    private interface Source {
        void read(int t, double[] into);
    }

    private final Measure measure;
    private final Scale scale;
    private final Source source;
    private final int[] knownAfter;
    private final double[] buffer;

    private Series(Measure measure, Target target, Source source, int[] knownAfter) {
        this.measure = measure;
        this.scale = target.scale();
        this.source = source;
        this.knownAfter = knownAfter;
        this.buffer = new double[target.units()];
    }

    /**
     * Finds where a measure is known.
     *
     * @param knowledge of the trace; its cursor plays no part
     * @param line the chain meant where the measure names none, or {@link Chain#HEAD}
     * @throws MeasureProblem if the network has nothing of that name, or not what is to be read of it
     */
    public static Series of(Knowledge knowledge, Measure measure, Chain line, int row) throws MeasureProblem {
        Target target = measure.in(knowledge.trace().network(), line);
        return of(knowledge, measure, target, row);
    }

    /**
     * The same for each number of a tensor, in the order in which they lie.
     *
     * @param measure whose {@link Measure#reading} plays no part
     */
    public static Series ofUnit(Knowledge knowledge, Measure measure, Chain line, int row, int unit)
            throws MeasureProblem {
        Measure one = new Measure(measure.symbol(), measure.step(), new Reading.Unit(unit));
        return of(knowledge, one, line, row);
    }

    private static Series of(Knowledge knowledge, Measure measure, Target target, int row) throws MeasureProblem {
        Trace trace = knowledge.trace();
        int[] known = new int[trace.steps() + 1];
        if (target instanceof Target.Vector vector) {
            return ofVector(knowledge, measure, vector, row);
        }
        if (target instanceof Target.Parameter parameter) {
            String name = parameter.entry().name();
            boolean gradient = measure.symbol().gradient();
            Arrays.fill(known, gradient ? knowledge.parameters().completeAfter(name) : Knowledge.ALWAYS);
            double[] values = (gradient
                            ? trace.parameterGradient(name)
                            : trace.parameters().tensor(name))
                    .toArray();
            return new Series(measure, target, (t, into) -> System.arraycopy(values, 0, into, 0, values.length), known);
        }
        Arrays.fill(known, knowledge.program().end(Phase.FORWARD) - 1);
        return new Series(measure, target, (t, into) -> into[0] = trace.loss(), known);
    }

    private static Series ofVector(Knowledge knowledge, Measure measure, Target.Vector vector, int row)
            throws MeasureProblem {
        Trace trace = knowledge.trace();
        boolean gradient = measure.symbol().gradient();
        if (gradient && !trace.hasGradient(vector.site())) {
            throw new MeasureProblem("∂L/∂" + measure.symbol().id() + " is not computed: L does not depend on it");
        }
        int[] known = new int[trace.steps() + 1];
        for (int t = 0; t < known.length; t++) {
            known[t] = gradient
                    ? knowledge.gradientCompleteAfter(vector.site(), t)
                    : knowledge.valueKnownAfter(vector.site(), t);
        }
        Track track = gradient ? trace.gradientTrack(vector.site(), row) : trace.valueTrack(vector.site(), row);
        Source source = (t, into) -> {
            for (int unit = 0; unit < into.length; unit++) {
                into[unit] = track.at(t, vector.first() + unit);
            }
        };
        return new Series(measure, vector, source, known);
    }

    /**
     * The position after which the number for a line's step is known: {@link Knowledge#ALWAYS}, an index, or
     * {@link Knowledge#NEVER} where there is none.
     *
     * @param here the step of the line, which the measured one may differ from
     */
    public int knownAfter(int here) {
        int t = measured(here);
        return t < 0 || t >= knownAfter.length ? Knowledge.NEVER : knownAfter[t];
    }

    /** The number for a line's step; only where it is ever known. */
    public double at(int here) {
        source.read(measured(here), buffer);
        return measure.reading().of(buffer, scale);
    }

    private int measured(int here) {
        return measure.step().at(here, knownAfter.length - 1);
    }
}
