package unroll.lesson;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import unroll.analysis.GradientFlow;
import unroll.core.cell.Rnn;
import unroll.core.model.Site;
import unroll.core.op.Activation;
import unroll.core.trace.Trace;
import unroll.debug.Knowledge;

/** What the loop of a layer does to its states and their gradients. */
final class Loop {
    private final Knowledge knowledge;
    private final Trace trace;
    private final Site h;
    private GradientFlow flow;

    /**
     * Looks at a layer.
     *
     * @param h its state
     */
    Loop(Knowledge knowledge, Site h) {
        this.knowledge = knowledge;
        this.trace = knowledge.trace();
        this.h = h;
    }

    /** Found once: it takes a decomposition of U. */
    private Optional<GradientFlow.Bound> flowBound() {
        if (flow == null) {
            flow = GradientFlow.of(trace, h.layer(), 0);
        }
        return flow.bound();
    }

    double stretch() {
        return flowBound().map(GradientFlow.Bound::sigmaMax).orElse(Double.NaN);
    }

    double bound() {
        return flowBound()
                .map(bound -> Math.pow(bound.factor(), trace.steps() - 1))
                .orElse(Double.NaN);
    }

    OptionalDouble slope() {
        if (!(trace.network().cell() instanceof Rnn rnn) || !knowledge.isKnown(h, trace.steps())) {
            return OptionalDouble.empty();
        }
        Activation activation = rnn.activation();
        double sum = 0;
        for (int t = 1; t <= trace.steps(); t++) {
            for (int unit = 0; unit < trace.network().hiddenSize(); unit++) {
                sum += activation.slope(trace.value(h, t, 0, unit));
            }
        }
        return OptionalDouble.of(sum / (trace.steps() * trace.network().hiddenSize()));
    }

    /**
     * The part that some steps have in Σ_t ‖δa_t h_{t−1}ᵀ‖, once all gradients are known. The norm of an outer product is
     * the product of the norms.
     */
    OptionalDouble shares(int from, int to) {
        if (!(trace.network().cell() instanceof Rnn rnn)) {
            return OptionalDouble.empty();
        }
        Site a = new Site(h.layer(), rnn.quantity("a"));
        double all = 0;
        double wanted = 0;
        for (int t = 1; t <= trace.steps(); t++) {
            double share = trace.gradientNorm(a, t, 0) * trace.valueNorm(h, t - 1, 0);
            all += share;
            wanted += t >= from && t <= to ? share : 0;
        }
        return OptionalDouble.of(wanted / all);
    }

    OptionalDouble largestState() {
        return knowledge.isKnown(h, trace.steps())
                ? IntStream.rangeClosed(1, trace.steps())
                        .mapToDouble(t -> trace.valueNorm(h, t, 0))
                        .max()
                : OptionalDouble.empty();
    }
}
