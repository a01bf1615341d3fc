package unroll.lesson;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import unroll.core.model.Chain;
import unroll.core.model.Direction;
import unroll.core.model.Phase;
import unroll.core.model.Site;
import unroll.core.trace.Trace;
import unroll.debug.Debugger;
import unroll.debug.Knowledge;
import unroll.debug.Position;
import unroll.debug.Series;
import unroll.debug.measure.Measure;
import unroll.debug.measure.MeasureProblem;
import unroll.experiment.Experiment;
import unroll.experiment.Metric;
import unroll.experiment.TextFeature;

/**
 * The numbers that texts and goals of lessons name, as far as they are known where the debugger stands.
 *
 * Each name is described in {@code lessons/README.md}.
 *
 * <p>Beside these, whatever a breakpoint can measure, such as {@code h_3[1]}, {@code |U|} or {@code mean(f_T)}.
 */
public final class Measurements {
    private static final Pattern COUNT = Pattern.compile("T|[1-9]\\d{0,4}");
    private static final Pattern PLACE = Pattern.compile("(T|[1-9]\\d{0,4})(@[1-9]\\d?(:rev)?)?");
    private static final Pattern STEP = Pattern.compile("[1-9]\\d{0,4}");
    private static final Pattern RULE = Pattern.compile("[a-z]+( [a-z]+)*");
    private static final Pattern CLASS = Pattern.compile("[A-Z][a-z]+");
    private static final Pattern FEATURE = Pattern.compile("line|word|speaker");
    private static final Pattern WEIGHT = Pattern.compile("[A-Za-z][A-Za-z0-9_.]*\\[\\d{1,6}]");

    /**
     * A number that has a name.
     *
     * @param word what follows the name; empty where nothing does
     */
    private record Named(Optional<Pattern> word, BiFunction<Measurements, String, OptionalDouble> value) {
        static Named plain(Function<Measurements, OptionalDouble> value) {
            return new Named(Optional.empty(), (at, word) -> value.apply(at));
        }

        static Named of(Pattern word, BiFunction<Measurements, String, OptionalDouble> value) {
            return new Named(Optional.of(word), value);
        }
    }

    private static final Map<String, Named> NAMES = Map.ofEntries(
            Map.entry(
                    "gain",
                    Named.plain(at ->
                            OptionalDouble.of(at.experiment().initialiser().recurrentGain()))),
            Map.entry("T", Named.plain(at -> OptionalDouble.of(at.trace.steps()))),
            Map.entry(
                    "H", Named.plain(at -> OptionalDouble.of(at.trace.network().hiddenSize()))),
            Map.entry("learned", Named.plain(at -> OptionalDouble.of(at.chosen.learned()))),
            Map.entry("loss", Named.plain(Measurements::loss)),
            Map.entry("norm", Named.of(COUNT, (at, word) -> at.norm(at.step(word)))),
            Map.entry("ratio", Named.plain(Measurements::ratio)),
            Map.entry("largestRatio", Named.plain(Measurements::largestRatio)),
            Map.entry("largestState", Named.plain(at -> at.loop.largestState())),
            Map.entry("largestUnit", Named.plain(at -> at.loop.largestUnit())),
            Map.entry("rowsApart", Named.plain(at -> at.sideBySide.apart())),
            Map.entry("forecast", Named.plain(at -> at.answers.forecast())),
            Map.entry(
                    "example",
                    Named.plain(at -> OptionalDouble.of(at.scene.probe().example() + 1.0))),
            Map.entry("perStep", Named.plain(Measurements::perStep)),
            Map.entry("stretch", Named.plain(at -> OptionalDouble.of(at.loop.stretch()))),
            Map.entry("bound", Named.plain(at -> OptionalDouble.of(at.loop.bound()))),
            Map.entry("slope", Named.plain(at -> at.loop.slope())),
            Map.entry(
                    "share",
                    Named.of(COUNT, (at, word) -> at.sharesOf(at.trace.steps() - at.step(word) + 1, at.trace.steps()))),
            Map.entry("shareOf", Named.of(COUNT, (at, word) -> at.sharesOf(at.step(word), at.step(word)))),
            Map.entry("change", Named.of(PLACE, Measurements::change)),
            Map.entry("movedOutputs", Named.plain(at -> at.changes.movedOutputs())),
            Map.entry("route", Named.of(COUNT, (at, word) -> at.depth.route(at.step(word)))),
            Map.entry("routes", Named.plain(at -> at.depth.allRoutes())),
            Map.entry("editedSteps", Named.plain(at -> OptionalDouble.of(at.changes.editedSteps()))),
            Map.entry(
                    "weightsBeside", Named.of(WEIGHT, (at, word) -> OptionalDouble.of(at.changes.otherWeights(word)))),
            Map.entry("quotient", Named.of(WEIGHT, (at, word) -> at.changes.quotient(word))),
            Map.entry("deviation", Named.plain(at -> at.chosen.deviation())),
            Map.entry("lossAfter", Named.plain(at -> at.changes.lossAfterUpdate())),
            Map.entry("kept", Named.of(COUNT, (at, word) -> at.gates.kept(at.step(word)))),
            Map.entry("resetBefore", Named.plain(at -> OptionalDouble.of(at.gates.resetBefore()))),
            Map.entry("window", Named.plain(at -> at.chosen.window())),
            Map.entry("lossOfLast", Named.of(COUNT, (at, word) -> at.answers.loss(at.step(word)))),
            Map.entry("rightOfLast", Named.of(COUNT, (at, word) -> at.answers.right(at.step(word)))),
            Map.entry("chanceBefore", Named.of(COUNT, (at, word) -> at.answers.chance(at.step(word)))),
            Map.entry("accuracyOfLast", Named.of(COUNT, (at, word) -> at.accuracyOfLast(at.step(word)))),
            Map.entry("level", Named.of(RULE, (at, word) -> at.onTestSet.level(word))),
            Map.entry("ahead", Named.of(STEP, (at, word) -> at.onTestSet.ahead(Integer.parseInt(word)))),
            Map.entry("fedBack", Named.of(STEP, (at, word) -> at.onTestSet.fedBack(Integer.parseInt(word)))),
            Map.entry("held", Named.of(STEP, (at, word) -> at.onTestSet.held(Integer.parseInt(word)))),
            Map.entry("apart", Named.of(STEP, (at, word) -> at.onTestSet.apart(Integer.parseInt(word)))),
            Map.entry("cost", Named.plain(at -> at.text.cost(at.here()))),
            Map.entry("costOf", Named.of(COUNT, (at, word) -> at.text.cost(at.step(word)))),
            Map.entry("meanCost", Named.plain(at -> at.text.meanCost())),
            Map.entry("bits", Named.plain(at -> at.trained.latest(Metric.TEST_BITS))),
            Map.entry("bitsAtStart", Named.plain(at -> at.trained.first(Metric.TEST_BITS))),
            Map.entry("bitsOf", Named.of(RULE, (at, word) -> at.text.bitsOf(word))),
            Map.entry(
                    "follows",
                    Named.of(
                            FEATURE,
                            (at, word) -> at.text.follows(TextFeature.valueOf(word.toUpperCase(Locale.ROOT))))),
            Map.entry("recall", Named.of(CLASS, (at, word) -> at.weighed.recall(word))),
            Map.entry("meanRecall", Named.plain(at -> at.weighed.meanRecall())),
            Map.entry("seen", Named.of(CLASS, (at, word) -> at.weighed.seen(word))),
            Map.entry("sure", Named.plain(at -> at.answers.chance())),
            Map.entry("iteration", Named.plain(at -> OptionalDouble.of((double) at.scene.iteration()))),
            Map.entry("accuracy", Named.plain(at -> at.trained.latest(Metric.TEST_ACCURACY))),
            Map.entry("accuracyAtStart", Named.plain(at -> at.trained.first(Metric.TEST_ACCURACY))),
            Map.entry("sequencesRightAtStart", Named.plain(at -> at.trained.first(Metric.TEST_SEQUENCE_ACCURACY))),
            Map.entry("sequencesRight", Named.plain(at -> at.trained.latest(Metric.TEST_SEQUENCE_ACCURACY))),
            Map.entry("testLoss", Named.plain(at -> at.trained.latest(Metric.TEST_LOSS))),
            Map.entry("trainLoss", Named.plain(at -> at.trained.latest(Metric.TRAIN_LOSS))),
            Map.entry("rootError", Named.plain(at -> at.trained.latest(Metric.TEST_ROOT_ERROR))),
            Map.entry("solvedAfter", Named.plain(at -> at.trained.solvedAfter())),
            Map.entry("largestGradient", Named.plain(at -> at.trained.largest(Metric.GRADIENT_NORM))));

    private final Scene scene;
    private final Knowledge knowledge;
    private final Trace trace;
    private final int top;
    private final Site h;
    private final Chosen chosen;
    private final Changes changes;
    private final Gates gates;
    private final Trained trained;
    private final Answers answers;
    private final OnTestSet onTestSet;
    private final Loop loop;
    private final SideBySide sideBySide;
    private final Depth depth;
    private final Weighed weighed;
    private final Text text;

    public Measurements(Scene scene) {
        this(scene, Optional.empty());
    }

    /**
     * Measures without repeating what still holds.
     *
     * @param earlier what was measured before, of this or of another network
     */
    public Measurements(Scene scene, Optional<Measurements> earlier) {
        this.scene = scene;
        this.knowledge = scene.knowledge();
        this.trace = knowledge.trace();
        this.top = trace.network().layers() - 1;
        this.h = new Site(top, trace.network().cell().output());
        this.chosen = new Chosen(scene);
        this.changes = new Changes(scene);
        this.gates = new Gates(knowledge, top);
        this.trained = new Trained(scene.metrics());
        this.answers = new Answers(knowledge);
        this.onTestSet = new OnTestSet(scene);
        this.loop = new Loop(knowledge, h);
        this.sideBySide = new SideBySide(scene, h);
        this.depth = new Depth(knowledge);
        this.weighed = earlier.map(before -> before.weighed)
                .filter(before -> before.isOf(scene.setup(), trace.parameters()))
                .orElseGet(() -> new Weighed(scene.setup(), trace.parameters()));
        this.text = new Text(scene, weighed);
    }

    public Experiment experiment() {
        return scene.experiment();
    }

    public Knowledge knowledge() {
        return knowledge;
    }

    /** The numbers that have names of their own. */
    static Set<String> names() {
        return NAMES.keySet();
    }

    /** Whether there is a number of this name, as written in a text, such as {@code norm 1}. */
    public static boolean isName(String expression) {
        String[] words = expression.strip().split(" +", 2);
        Named named = NAMES.get(words[0]);
        if (named != null) {
            return named.word().isEmpty()
                    ? words.length == 1
                    : words.length == 2 && named.word().get().matcher(words[1]).matches();
        }
        try {
            return KnownSymbols.has(Measure.parse(expression).symbol());
        } catch (MeasureProblem unknown) {
            return false;
        }
    }

    /** A number by its name as written in a text; empty where the debugger has not come far enough. */
    public OptionalDouble value(String expression) {
        String[] words = expression.strip().split(" +", 2);
        return NAMES.containsKey(words[0])
                ? NAMES.get(words[0]).value().apply(this, words.length > 1 ? words[1] : "")
                : measured(expression);
    }

    /** What a breakpoint could measure; empty also where this network has no such number. */
    private OptionalDouble measured(String expression) {
        try {
            Series series = Series.of(knowledge, Measure.parse(expression), new Chain(top, Direction.FORWARD), 0);
            int here = Math.max(1, here());
            return series.knownAfter(here) < knowledge.cursor()
                    ? OptionalDouble.of(series.at(here))
                    : OptionalDouble.empty();
        } catch (MeasureProblem missing) {
            return OptionalDouble.empty();
        }
    }

    private Optional<Position> position() {
        return new Debugger(knowledge.program(), knowledge.cursor(), List.of()).current();
    }

    /** The phase of the line that ran last; empty before the first. */
    Optional<Phase> phase() {
        return position().map(Position::phase);
    }

    /** The step of the line that ran last; 0 before the first and in the update. */
    int here() {
        return position().map(Position::t).orElse(0);
    }

    private int step(String word) {
        return word.equals("T") ? trace.steps() : Math.min(trace.steps(), Integer.parseInt(word));
    }

    /** Of the state of the top layer, or of that which is named behind the step, as {@code @1:rev}. */
    private OptionalDouble change(String word) {
        int mark = word.indexOf('@');
        Site site = mark < 0 ? h : depth.state(word.substring(mark));
        return changes.ofState(site, step(mark < 0 ? word : word.substring(0, mark)));
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

    private OptionalDouble sharesOf(int from, int to) {
        return norm(1).isPresent() ? loop.shares(from, to) : OptionalDouble.empty();
    }

    /** The test accuracy of the last steps, if all answers before them are right. */
    private OptionalDouble accuracyOfLast(int steps) {
        OptionalDouble all = trained.latest(Metric.TEST_ACCURACY);
        return all.isPresent() ? OptionalDouble.of(1 - (1 - all.getAsDouble()) * trace.steps() / steps) : all;
    }

    private OptionalDouble largestRatio() {
        if (norm(1).isEmpty()) {
            return OptionalDouble.empty();
        }
        double last = norm(trace.steps()).orElseThrow();
        return IntStream.rangeClosed(1, trace.steps())
                .mapToDouble(t -> norm(t).orElseThrow() / last)
                .max();
    }
}
