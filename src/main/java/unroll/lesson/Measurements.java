package unroll.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import unroll.analysis.GradientFlow;
import unroll.core.cell.Rnn;
import unroll.core.model.Phase;
import unroll.core.model.Site;
import unroll.core.op.Activation;
import unroll.core.trace.Trace;
import unroll.debug.Knowledge;
import unroll.experiment.Experiment;

/**
 * The numbers that texts and goals of lessons name, as far as they are known where the debugger stands.
 *
 * <table>
 * <caption>Names</caption>
 * <tr><td>{@code gain}</td><td>the recurrent gain</td></tr>
 * <tr><td>{@code T}, {@code H}</td><td>time steps, hidden size</td></tr>
 * <tr><td>{@code loss}</td><td>L</td></tr>
 * <tr><td>{@code norm t}</td><td>‖∂L/∂h_t‖; {@code T} stands for the last step</td></tr>
 * <tr><td>{@code ratio}</td><td>‖∂L/∂h_1‖ / ‖∂L/∂h_T‖</td></tr>
 * <tr><td>{@code perStep}</td><td>the factor a step that gives this ratio: ratio^(1/(T−1))</td></tr>
 * <tr><td>{@code stretch}</td><td>the largest stretch ‖U‖</td></tr>
 * <tr><td>{@code bound}</td><td>(γ ‖U‖)^(T−1)</td></tr>
 * <tr><td>{@code slope}</td><td>the mean of φ′ over all units and steps</td></tr>
 * <tr><td>{@code share k}</td><td>the part that the last k steps have in Σ_t ‖δa_t h_{t−1}ᵀ‖</td></tr>
 * </table>
 */
public final class Measurements {
    private static final Map<String, BiFunction<Measurements, String, OptionalDouble>> NAMES = Map.ofEntries(
            Map.entry(
                    "gain",
                    (at, word) -> OptionalDouble.of(at.experiment.initialiser().recurrentGain())),
            Map.entry("T", (at, word) -> OptionalDouble.of(at.trace.steps())),
            Map.entry("H", (at, word) -> OptionalDouble.of(at.trace.network().hiddenSize())),
            Map.entry("loss", (at, word) -> at.loss()),
            Map.entry("norm", (at, word) -> at.norm(at.step(word))),
            Map.entry("ratio", (at, word) -> at.ratio()),
            Map.entry("perStep", (at, word) -> at.perStep()),
            Map.entry("stretch", (at, word) -> OptionalDouble.of(at.stretch())),
            Map.entry("bound", (at, word) -> OptionalDouble.of(at.bound())),
            Map.entry("slope", (at, word) -> at.slope()),
            Map.entry("share", (at, word) -> at.share(at.step(word))));

    private final Experiment experiment;
    private final Knowledge knowledge;
    private final Trace trace;
    private final int top;
    private final Site h;
    private GradientFlow flow;

    public Measurements(Experiment experiment, Knowledge knowledge) {
        this.experiment = experiment;
        this.knowledge = knowledge;
        this.trace = knowledge.trace();
        this.top = trace.network().layers() - 1;
        this.h = new Site(top, trace.network().cell().output());
    }

    public Experiment experiment() {
        return experiment;
    }

    public Knowledge knowledge() {
        return knowledge;
    }

    /** Whether there is a number of this name, as written in a text, such as {@code norm 1}. */
    public static boolean isName(String expression) {
        String[] words = expression.strip().split(" +", -1);
        boolean counts = words[0].equals("norm") || words[0].equals("share");
        return NAMES.containsKey(words[0])
                && words.length == (counts ? 2 : 1)
                && (!counts || words[1].matches("T|[1-9]\\d{0,4}"));
    }

    /** A number by its name as written in a text; empty where the debugger has not come far enough. */
    public OptionalDouble value(String expression) {
        String[] words = expression.strip().split(" +", -1);
        return NAMES.get(words[0]).apply(this, words.length > 1 ? words[1] : "");
    }

    private int step(String word) {
        return word.equals("T") ? trace.steps() : Math.min(trace.steps(), Integer.parseInt(word));
    }

    private OptionalDouble loss() {
        boolean known = knowledge.cursor() >= knowledge.program().end(Phase.FORWARD);
        return known ? OptionalDouble.of(trace.loss()) : OptionalDouble.empty();
    }

    /** ‖∂L/∂h_t‖ once it is complete. */
    OptionalDouble norm(int t) {
        boolean complete = knowledge.gradientProgress(h, t).isComplete();
        return complete ? OptionalDouble.of(trace.gradientNorm(h, t, 0)) : OptionalDouble.empty();
    }

    /** ‖∂L/∂h_1‖ / ‖∂L/∂h_T‖ once both are complete. */
    OptionalDouble ratio() {
        OptionalDouble first = norm(1);
        return first.isPresent()
                ? OptionalDouble.of(first.getAsDouble() / norm(trace.steps()).orElseThrow())
                : first;
    }

    private OptionalDouble perStep() {
        OptionalDouble ratio = ratio();
        return ratio.isPresent()
                ? OptionalDouble.of(Math.pow(ratio.getAsDouble(), 1.0 / Math.max(1, trace.steps() - 1)))
                : ratio;
    }

    /** Found once: it takes a decomposition of U. */
    private Optional<GradientFlow.Bound> flowBound() {
        if (flow == null) {
            flow = GradientFlow.of(trace, top, 0);
        }
        return flow.bound();
    }

    private double stretch() {
        return flowBound().map(GradientFlow.Bound::sigmaMax).orElse(Double.NaN);
    }

    private double bound() {
        return flowBound()
                .map(bound -> Math.pow(bound.factor(), trace.steps() - 1))
                .orElse(Double.NaN);
    }

    private OptionalDouble slope() {
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

    /** The norm of an outer product is the product of the norms. */
    private OptionalDouble share(int lastSteps) {
        if (!(trace.network().cell() instanceof Rnn rnn) || norm(1).isEmpty()) {
            return OptionalDouble.empty();
        }
        Site a = new Site(top, rnn.quantity("a"));
        List<Double> shares = new ArrayList<>();
        for (int t = 1; t <= trace.steps(); t++) {
            shares.add(trace.gradientNorm(a, t, 0) * trace.valueNorm(h, t - 1, 0));
        }
        double all = shares.stream().mapToDouble(Double::doubleValue).sum();
        double last = shares.stream()
                .skip(Math.max(0, trace.steps() - lastSteps))
                .mapToDouble(Double::doubleValue)
                .sum();
        return OptionalDouble.of(last / all);
    }
}
