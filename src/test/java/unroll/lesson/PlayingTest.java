package unroll.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.core.model.Phase;
import unroll.core.model.Schedule;
import unroll.core.trace.Recorder;
import unroll.core.trace.Trace;
import unroll.debug.Debugger;
import unroll.debug.Knowledge;
import unroll.debug.Program;
import unroll.experiment.Experiment;
import unroll.experiment.Setup;
import unroll.io.DataFiles;
import unroll.io.ExperimentFile;
import unroll.io.ReadProblem;

/** Takes the lessons as a learner would: what the text says is done, and the goals are met by it and not before. */
class PlayingTest {
    private final Lesson lesson;

    /** What the learner has on the desk. */
    private record Bench(Experiment experiment, Debugger debugger, Trace trace) {
        static Bench of(Experiment experiment) throws ReadProblem {
            Setup setup = Setup.of(experiment, DataFiles.fromWorkingFolder());
            Trace trace = Recorder.record(setup.network(), setup.initial(), setup.batch(Setup.Part.TRAIN, 0), Map.of());
            Schedule schedule =
                    Schedule.of(setup.network(), experiment.training().rule().lines());
            return new Bench(experiment, Debugger.atStart(new Program(schedule, trace.steps())), trace);
        }

        Bench set(String path, Object value) throws ReadProblem {
            Experiment changed = ExperimentFile.of(experiment)
                    .with(path, String.valueOf(value))
                    .experiment();
            Bench desk = of(changed);
            return new Bench(changed, debugger.in(desk.debugger().program()), desk.trace());
        }

        Bench at(Debugger moved) {
            return new Bench(experiment, moved, trace);
        }

        Bench does(Action action) throws ReadProblem {
            if (action instanceof Action.Open open) {
                return of(open.start().experiment());
            } else if (action instanceof Action.SetField field) {
                return set(field.path(), field.value());
            } else if (action instanceof Action.MoveTo move) {
                return at(debugger.moveTo(move.place().cursor(debugger.program())));
            }
            return this;
        }

        Measurements measured() {
            return new Measurements(experiment, new Knowledge(debugger, trace));
        }
    }

    PlayingTest() throws ReadProblem {
        lesson = Lessons.read("04-vanishing-gradients", "en");
    }

    private Bench enter(String step, int seed) throws ReadProblem {
        Bench desk = Bench.of(lesson.start().experiment());
        for (Step each : lesson.steps()) {
            for (Action action : each.actions()) {
                desk = desk.does(action);
                if (desk.experiment().seed() != seed) {
                    desk = desk.set("seed", seed).does(new Action.MoveTo(new Place.Start(Phase.BACKWARD)));
                }
            }
            if (each.id().equals(step)) {
                return desk;
            }
        }
        throw new IllegalArgumentException(step);
    }

    private Goal goal(String step) {
        return lesson.steps().stream()
                .filter(each -> each.id().equals(step))
                .findFirst()
                .orElseThrow()
                .task()
                .orElseThrow()
                .goal();
    }

    private boolean isMet(String step, Bench now, Bench start) {
        return goal(step).isMet(now.measured(), start.experiment());
    }

    private static Bench runBack(Bench desk) {
        return desk.at(desk.debugger().moveTo(desk.debugger().program().end(Phase.BACKWARD)));
    }

    @Test
    void everyLessonOfTheIndexIsRead() throws ReadProblem {
        for (String name : Lessons.names()) {
            Lesson read = Lessons.read(name, "en");
            assertTrue(read.steps().size() >= 5 && read.steps().size() <= 9, name);
            assertTrue(name.endsWith(read.name()), name);
        }
    }

    @Test
    void oneUnitShrinksByItsWeightAtEachStep() throws ReadProblem {
        Bench desk = enter("one-unit", 0);
        assertFalse(isMet("one-unit", desk, desk));
        Bench back = runBack(desk);
        assertTrue(isMet("one-unit", back, desk));
        assertEquals(Math.pow(0.9, 20), back.measured().value("ratio").orElseThrow(), 1e-12);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19})
    void theRightAnswerOfThePredictionIsWhatIsMeasured(int seed) throws ReadProblem {
        Bench desk = enter("predict", seed);
        assertTrue(desk.measured().value("ratio").isEmpty(), "not to be read before it is run");
        double ratio = runBack(desk).measured().value("ratio").orElseThrow();
        assertTrue(ratio > 0.01 && ratio < 0.2, "seed " + seed + ": " + ratio);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19})
    void largerInputsAloneMakeItVanish(int seed) throws ReadProblem {
        Bench desk = runBack(enter("saturate", seed));
        assertFalse(isMet("saturate", desk, desk), "seed " + seed);
        Bench larger = desk.set("task.deviation", 1.5);
        assertTrue(isMet("saturate", runBack(larger), desk), "seed " + seed);
        Bench byGain = runBack(desk.set("initialiser.gain", 0.7));
        assertFalse(isMet("saturate", byGain, desk), "the gain is not to be touched");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19})
    void aGainOfOneKeepsTheGradientAlive(int seed) throws ReadProblem {
        Bench desk = runBack(enter("keep-it", seed));
        assertFalse(isMet("keep-it", desk, desk), "seed " + seed);
        assertFalse(isMet("keep-it", runBack(desk.set("initialiser.gain", 0.9)), desk), "seed " + seed);
        assertTrue(isMet("keep-it", runBack(desk.set("initialiser.gain", 1)), desk), "seed " + seed);
        assertFalse(isMet("keep-it", runBack(desk.set("task.length", 5)), desk), "T is to stay");
    }

    @Test
    void theFirstStepBelowAMillionthIsFoundByGoingBack() throws ReadProblem {
        Bench desk = enter("where", 0);
        assertFalse(isMet("where", desk, desk));
        List<Integer> met = new ArrayList<>();
        for (Debugger at = desk.debugger(); at.cursor() < at.program().size(); at = at.into()) {
            Bench here = desk.at(at);
            if (isMet("where", here, desk)) {
                met.add(at.current().orElseThrow().t());
            }
        }
        assertFalse(met.isEmpty());
        assertEquals(1, met.stream().distinct().count(), "at one step only");
    }

    @Test
    void sharesFadeAsThePlanSays() throws ReadProblem {
        Bench desk = runBack(enter("shares", 0));
        assertEquals(0.91, desk.measured().value("share 10").orElseThrow(), 0.05);
        double atOne = runBack(desk.set("initialiser.gain", 1))
                .measured()
                .value("share 10")
                .orElseThrow();
        assertEquals(0.49, atOne, 0.08);
    }

    @Test
    void lossAtEveryStepHidesTheFading() throws ReadProblem {
        double ratio = runBack(enter("every-step", 0)).measured().value("ratio").orElseThrow();
        assertTrue(ratio > 0.5, "ratio " + ratio);
    }

    @Test
    void wrongAnswersAreExplained() {
        Prediction prediction = lesson.steps().stream()
                .flatMap(step -> step.prediction().stream())
                .findFirst()
                .orElseThrow();
        prediction.choices().forEach(choice -> assertFalse(choice.reply().isBlank(), choice.text()));
    }
}
