package unroll.app;

import static java.util.Map.entry;

import java.util.Map;
import java.util.concurrent.TimeoutException;
import unroll.core.model.Phase;

/** What the texts of the lessons ask for. */
final class CourseTasks {
    private static final String BY_NORM = "{\"kind\": \"norm\", \"threshold\": 1}";
    private static final String SMALL = "{\"kind\": \"normal\", \"deviation\": 0.01}";

    /** Does something in the window. */
    interface Hand {
        void onWay(CourseWay way) throws TimeoutException;
    }

    /** What is to be done at a step, by the names of the lesson and the step. */
    static final Map<String, Hand> BY_STEP = Map.ofEntries(
            entry("unrolled/first", way -> way.runTo(Phase.FORWARD)),
            entry("unrolled/same", way -> way.runTo(Phase.FORWARD)),
            entry("unrolled/predict", way -> way.set("task.length", 60)),
            entry("unrolled/taller", way -> way.set("model.hidden", 5)),
            entry("unrolled/reach", way -> way.input(4, 0, 1)),
            entry("forward/by-hand", way -> way.runTo(Phase.FORWARD)),
            entry("forward/double", way -> way.set("task.deviation", 2)),
            entry("forward/memory", way -> {
                way.input(2, 0, 0);
                way.input(2, 1, 0);
                way.runTo(Phase.FORWARD);
            }),
            entry("forward/loss", way -> way.runTo(Phase.FORWARD)),
            entry("forward/bias", way -> way.weight("bias_ih_l0", 1, -1.01)),
            entry("backward/last", way -> way.runTo(Phase.BACKWARD)),
            entry("backward/two", way -> way.runTo(Phase.BACKWARD)),
            entry("backward/share", way -> way.runTo(Phase.BACKWARD)),
            entry("backward/largest", CourseWay::flattenLaterSteps),
            entry("backward/check", way -> way.weight("weight_hh_l0", 0, 0.01)),
            entry("backward/downhill", way -> way.set("optimiser.rate", 0.03)),
            entry("backward/too-far", way -> {
                way.set("optimiser.rate", 0.5);
                way.runTo(Phase.UPDATE);
            }),
            entry("vanishing-gradients/one-unit", way -> way.runTo(Phase.BACKWARD)),
            entry("vanishing-gradients/fade", way -> way.runTo(Phase.BACKWARD)),
            entry("vanishing-gradients/predict", way -> way.runTo(Phase.BACKWARD)),
            entry("vanishing-gradients/saturate", way -> way.set("task.deviation", 1.5)),
            entry("vanishing-gradients/where", CourseWay::stepUntilReached),
            entry("vanishing-gradients/keep-it", way -> way.set("initialiser.gain", 1)),
            entry("exploding-gradients/grow", way -> way.runTo(Phase.BACKWARD)),
            entry("exploding-gradients/predict", way -> way.runTo(Phase.FORWARD)),
            entry("exploding-gradients/where", CourseWay::stepUntilReached),
            entry("exploding-gradients/sensitive", way -> way.input(1, 0, 0.702716)),
            entry("exploding-gradients/radius", way -> way.runTo(Phase.BACKWARD)),
            entry("exploding-gradients/nan", CourseWay::train),
            entry("exploding-gradients/hold-it", way -> way.set("initialiser.gain", 1.3)),
            entry("clipping/factor", way -> way.runTo(Phase.UPDATE)),
            entry("clipping/shape", way -> way.runTo(Phase.UPDATE)),
            entry("clipping/order", CourseWay::train),
            entry("clipping/solve", way -> {
                way.set("clipping", BY_NORM);
                way.train();
            }),
            entry("lstm/column", way -> way.runTo(Phase.FORWARD)),
            entry("lstm/valve", way -> way.set("initialiser.forgetBias", 4.27)),
            entry("lstm/road", way -> way.runTo(Phase.BACKWARD)),
            entry("lstm/predict", CourseWay::train),
            entry("lstm/half", CourseWay::train),
            entry("lstm/one-number", way -> {
                way.set("initialiser.forgetBias", 3);
                way.train();
            }),
            entry("gru/column", way -> way.runTo(Phase.FORWARD)),
            entry("gru/saved", way -> way.set("model.cell", "lstm")),
            entry("gru/keeping", way -> way.runTo(Phase.BACKWARD)),
            entry("gru/twins", way -> way.set("model.cell", "gru-before")),
            entry("gru/predict", CourseWay::train),
            entry("gru/worse", CourseWay::train),
            entry("gru/one-bias", way -> {
                way.set("initialiser.updateBias", 2);
                way.train();
            }),
            entry("initialisation/task", way -> way.runTo(Phase.BACKWARD)),
            entry("initialisation/six", way -> way.set("initialiser.recurrentWeight", SMALL)),
            entry("initialisation/large", way -> way.runTo(Phase.BACKWARD)),
            entry("initialisation/predict", way -> way.runTo(Phase.BACKWARD)),
            entry("initialisation/identity", way -> way.set("initialiser.preset", "identity")),
            entry("initialisation/both", way -> way.set("initialiser.recurrentWeight", "{\"kind\": \"orthogonal\"}")),
            entry("truncation/cut", way -> way.runTo(Phase.BACKWARD)),
            entry("truncation/carry", way -> way.input(10, 0, -1)),
            entry("truncation/short", CourseWay::train),
            entry("truncation/smallest", way -> {
                way.set("training.truncation", 7);
                way.train();
            }),
            entry("truncation/two-stages", way -> {
                way.set("training.truncation", 2);
                way.train();
            }),
            entry("adding/task", way -> way.runTo(Phase.FORWARD)),
            entry("adding/flat", way -> way.runTo(Phase.BACKWARD)),
            entry("adding/leave", CourseWay::train),
            entry("adding/cell", way -> way.input(14, 0, 0)),
            entry("copying/task", way -> way.runTo(Phase.FORWARD)),
            entry("copying/small", way -> way.runTo(Phase.FORWARD)),
            entry("copying/masked", CourseWay::train),
            entry("copying/line", way -> way.type("7654321012" + "_".repeat(49) + "?" + "_".repeat(10))),
            entry("grammar/graph", way -> way.runTo(Phase.FORWARD)),
            entry("grammar/half", CourseWay::train),
            entry("grammar/bars", way -> way.runTo(Phase.FORWARD)),
            entry("grammar/read", way -> way.select("c", 3, 4)),
            entry("grammar/cut", way -> way.weight("bias_ih_l0", 12, -20)),
            entry("grammar/train", CourseWay::train),
            entry("time-series/window", way -> way.runTo(Phase.FORWARD)),
            entry("time-series/train", CourseWay::train),
            entry("time-series/fed-back", way -> way.runTo(Phase.FORWARD)),
            entry("time-series/stock", CourseWay::train),
            entry("time-series/scale", way -> {
                way.set("task.scaledBy", "all");
                way.train();
            }),
            entry("time-series/shuffle", way -> {
                way.set("task.split", "shuffled");
                way.train();
            }),
            entry("images/rows", way -> way.runTo(Phase.FORWARD)),
            entry("images/last", way -> way.input(1, 3, 0.123)),
            entry("images/train", CourseWay::train),
            entry("images/apart", CourseWay::train),
            entry("images/shuffled", CourseWay::train),
            entry("images/upside-down", way -> {
                way.set("task.order", "bottom_up");
                way.train();
            }),
            entry("find-the-bug/broadcast", way -> {
                way.runTo(Phase.FORWARD);
                way.set("model.bias", "single");
            }),
            entry("find-the-bug/linear", way -> {
                way.runTo(Phase.FORWARD);
                way.set("model.activation", "tanh");
            }),
            entry("find-the-bug/reshape", way -> {
                way.set("task.reading", "rows");
                way.train();
            }),
            entry("find-the-bug/squashed", way -> {
                way.set("model.output", "linear");
                way.runTo(Phase.FORWARD);
                way.train();
            }),
            entry("find-the-bug/leftover", way -> {
                way.example(3);
                way.set("training.initialState", "zero");
                way.runTo(Phase.FORWARD);
            }),
            entry("names/letters", way -> way.runTo(Phase.FORWARD)),
            entry("names/padding", way -> {
                way.type("Khoury ");
                way.runTo(Phase.FORWARD);
            }),
            entry("names/past", way -> way.runTo(Phase.BACKWARD)),
            entry("names/sums", way -> way.input(1, 36, 10.05)),
            entry("names/tanh", CourseWay::train),
            entry("names/balance", way -> {
                way.set("task.drawing", "balanced");
                way.train();
            }),
            entry("names/unseen", way -> {
                way.type("Darwish");
                way.runTo(Phase.FORWARD);
            }),
            entry("text/cost", CourseWay::stepUntilReached),
            entry("text/baselines", way -> way.runTo(Phase.FORWARD)),
            entry("text/train", CourseWay::train),
            entry("text/samples", way -> {
                way.type("the country the country the country the country");
                way.runTo(Phase.FORWARD);
            }),
            entry("text/unit", way -> way.select("h", 0, 14)),
            entry("text/reset", CourseWay::train),
            entry("text/poems", way -> way.runTo(Phase.FORWARD)),
            entry("deeper/stack", way -> way.runTo(Phase.FORWARD)),
            entry("deeper/reach", way -> way.input(1, 0, 1)),
            entry("deeper/grid", way -> way.runTo(Phase.BACKWARD)),
            entry("deeper/sizes", way -> way.set("initialiser.gain", 0.45)),
            entry("deeper/both", way -> way.input(6, 0, 3)),
            entry("deeper/half", way -> way.input(4, 0, 3)),
            entry("deeper/future", CourseWay::train));

    private CourseTasks() {}
}
