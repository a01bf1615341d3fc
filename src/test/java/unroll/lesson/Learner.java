package unroll.lesson;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongPredicate;
import unroll.core.model.Parameters;
import unroll.core.model.Phase;
import unroll.core.model.Schedule;
import unroll.core.model.Site;
import unroll.core.trace.Recorder;
import unroll.core.trace.Trace;
import unroll.debug.Debugger;
import unroll.debug.Knowledge;
import unroll.debug.Program;
import unroll.experiment.ByHand;
import unroll.experiment.Metrics;
import unroll.experiment.Probe;
import unroll.experiment.Setup;
import unroll.io.DataFiles;
import unroll.io.ExperimentFile;
import unroll.io.ReadProblem;
import unroll.run.Snapshot;
import unroll.run.TrainingRun;

/** Takes a lesson as a learner would, without a window: what a text says is done, and goals are asked of what there is. */
record Learner(Lesson lesson, Step step, Setup atStart, Scene scene) {
    /** Enters a step after all that the steps before do. */
    static Learner enter(String folder, String step, long seed) throws ReadProblem {
        Lesson lesson = Lessons.read(folder, "en");
        Scene desk = open(lesson.start(), Optional.of(seed));
        for (Step each : lesson.steps()) {
            for (Action action : each.actions()) {
                desk = does(desk, action, seed);
            }
            if (each.id().equals(step)) {
                return new Learner(lesson, each, desk.setup(), desk);
            }
        }
        throw new IllegalArgumentException(step);
    }

    private static Scene open(Start start, Optional<Long> seed) throws ReadProblem {
        var experiment = start.weights().isPresent()
                ? start.experiment()
                : start.experiment().withSeed(seed.orElse(start.experiment().seed()));
        Setup setup = Setup.of(experiment, DataFiles.fromWorkingFolder());
        return traced(setup, start.weights().orElse(setup.initial()), Probe.FIRST, Optional.empty());
    }

    private static Scene traced(Setup setup, Parameters weights, Probe probe, Optional<Debugger> before) {
        var batch = setup.probed(probe).batch();
        Trace trace = Recorder.record(setup.network(), weights, batch, setup.conditions(batch.rows()));
        Schedule schedule = Schedule.of(
                setup.network(), setup.experiment().training().rule().lines());
        Program program = new Program(schedule, trace.steps());
        Debugger at = before.map(debugger -> debugger.in(program)).orElseGet(() -> Debugger.atStart(program));
        return Scene.untrained(setup, probe, new Knowledge(at, trace));
    }

    private static Debugger debugger(Scene desk) {
        return Debugger.atStart(desk.knowledge().program())
                .moveTo(desk.knowledge().cursor());
    }

    private static Scene at(Scene desk, Debugger moved) {
        Knowledge there = new Knowledge(moved, desk.trace());
        return new Scene(desk.setup(), desk.probe(), there, desk.metrics(), desk.iteration(), desk.picked());
    }

    private static Scene does(Scene desk, Action action, long seed) throws ReadProblem {
        if (action instanceof Action.Open open) {
            return open(open.start(), Optional.of(seed));
        } else if (action instanceof Action.SetField field) {
            return set(desk, field.path(), field.value());
        } else if (action instanceof Action.MoveTo move) {
            return at(
                    desk,
                    debugger(desk).moveTo(move.place().cursor(desk.knowledge().program())));
        } else if (action instanceof Action.ShowExample example) {
            Probe shown = desk.probe().at(desk.probe().part(), example.index());
            return traced(desk.setup(), desk.trace().parameters(), shown, Optional.of(debugger(desk)));
        }
        return desk;
    }

    private static Scene set(Scene desk, String path, Object value) throws ReadProblem {
        var changed = ExperimentFile.of(desk.experiment())
                .with(path, String.valueOf(value))
                .experiment();
        Setup setup = Setup.of(changed, DataFiles.fromWorkingFolder());
        Parameters weights =
                desk.experiment().beginsLike(changed) ? desk.trace().parameters() : setup.initial();
        return traced(setup, weights, desk.probe(), Optional.of(debugger(desk)));
    }

    private Learner with(Scene changed) {
        return new Learner(lesson, step, atStart, changed);
    }

    /** Changes a field of the experiment. */
    Learner set(String path, Object value) throws ReadProblem {
        return with(set(scene, path, value));
    }

    /** Changes an input. */
    Learner input(int t, int unit, double value) {
        Probe changed = scene.probe().withValues(0, Map.of(new ByHand.Place(t, unit), value));
        return with(traced(scene.setup(), scene.trace().parameters(), changed, Optional.of(debugger(scene))));
    }

    /** Types a text in place of the sequence. */
    Learner type(String text) {
        Probe changed = scene.probe().withChange(0, ByHand.typed(text));
        return with(traced(scene.setup(), scene.trace().parameters(), changed, Optional.of(debugger(scene))));
    }

    /** Changes a weight. */
    Learner weight(String name, int index, double value) {
        Parameters weights = scene.trace().parameters();
        Parameters changed = weights.with(name, weights.tensor(name).with(index, value));
        return with(traced(scene.setup(), changed, scene.probe(), Optional.of(debugger(scene))));
    }

    /** Selects a number of the top layer. */
    Learner pick(String quantity, int t, int unit) {
        Site site = scene.trace().sites().stream()
                .filter(each -> each.quantity().id().equals(quantity))
                .reduce((lower, upper) -> upper)
                .orElseThrow();
        return with(scene.withPicked(Optional.of(new Picked(site, t, unit))));
    }

    /** Runs a phase to its end. */
    Learner run(Phase phase) {
        return with(at(scene, debugger(scene).moveTo(scene.knowledge().program().end(phase))));
    }

    Learner moveTo(int cursor) {
        return with(at(scene, debugger(scene).moveTo(cursor)));
    }

    /** Trains from the weights that are shown until a condition on the iterations done holds, or to the end. */
    Learner train(LongPredicate enough) throws InterruptedException {
        try (TrainingRun run =
                new TrainingRun(scene.setup().withInitial(scene.trace().parameters()))) {
            run.start();
            while (!run.latest().status().isOver()
                    && !enough.test(run.latest().progress().iteration())) {
                run.awaitEnd(1, TimeUnit.MILLISECONDS);
            }
            run.pause();
            Snapshot reached = run.latest();
            Scene shown = traced(scene.setup(), reached.parameters(), scene.probe(), Optional.of(debugger(scene)));
            return with(new Scene(
                    shown.setup(),
                    shown.probe(),
                    shown.knowledge(),
                    reached.metrics(),
                    reached.progress().iteration(),
                    scene.picked()));
        }
    }

    /** A number by its name in texts. */
    double value(String name) {
        return new Measurements(scene).value(name).orElseThrow(() -> new AssertionError(name + " is not known"));
    }

    boolean knows(String name) {
        return new Measurements(scene).value(name).isPresent();
    }

    /** Whether the step's goal is met now. */
    boolean isDone() {
        return step.task().orElseThrow().goal().isMet(new Measurements(scene), atStart.experiment());
    }

    Metrics metrics() {
        return scene.metrics();
    }
}
