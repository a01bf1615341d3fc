package unroll.ui.panels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import unroll.experiment.Experiment;
import unroll.experiment.Level;
import unroll.experiment.Metric;
import unroll.experiment.Metrics;
import unroll.io.ExperimentFile;
import unroll.io.ReadProblem;
import unroll.io.RunFolder.Saved;
import unroll.plot.curves.CurveNote;
import unroll.plot.curves.Series;
import unroll.run.Progress;
import unroll.run.Snapshot;
import unroll.ui.state.Messages;

class CurvePictureTest {
    private static final Messages MESSAGES = new Messages(Locale.ENGLISH);
    private static final Level CHANCE = new Level("chance", Metric.TEST_LOSS, 0.7);

    private static Experiment experiment(long seed) {
        try {
            return ExperimentFile.builtIn("first-steps").experiment().withSeed(seed);
        } catch (ReadProblem missing) {
            throw new AssertionError(missing);
        }
    }

    private static Metrics losses(double... values) {
        Metrics.Log log = new Metrics.Log();
        for (int i = 0; i < values.length; i++) {
            log.add(Metric.TRAIN_LOSS, i + 1, values[i]);
            log.add(Metric.TEST_LOSS, i + 1, values[i] + 1);
        }
        return log.metrics();
    }

    private static ShownRun run(int id, String name, long seed, double... values) {
        return new ShownRun(id, name, experiment(seed), losses(values));
    }

    private static CurvePicture picture(boolean seeds, ShownRun... runs) {
        return new CurvePicture(CurveKind.LOSS, List.of(runs), List.of(CHANCE), seeds, MESSAGES);
    }

    private static List<String> names(CurvePicture picture) {
        return picture.curves().series().stream().map(Series::name).toList();
    }

    @Test
    void oneRunsCurvesAreCalledAfterWhatTheyMeasure() {
        CurvePicture alone = picture(false, run(0, "rnn", 0, 3, 2));
        assertEquals(List.of("chance", "train", "test"), names(alone));
        List<Series> curves = alone.curves().series();
        assertFalse(curves.get(1).pen().dash() == curves.get(2).pen().dash(), "told apart on a grey print");
    }

    @Test
    void severalRunsDifferInColourAndShapeAndTheOpenOneLiesOnTop() {
        CurvePicture both = picture(false, run(1, "lstm", 0, 3, 2), run(0, "rnn", 0, 5, 4));
        assertEquals(List.of("chance", "rnn train", "rnn test", "lstm train", "lstm test"), names(both));
        List<Series> curves = both.curves().series();
        assertFalse(curves.get(1).pen().marker().equals(curves.get(3).pen().marker()));
        assertFalse(curves.get(1).pen().color() == curves.get(3).pen().color());
        assertEquals(curves.get(1).pen().color(), curves.get(2).pen().color());
        assertFalse(curves.get(1).pen().dash() == curves.get(2).pen().dash());
    }

    @Test
    void runsOfOtherSeedsBecomeTheirMean() {
        CurvePicture mean = picture(true, run(0, "rnn", 0, 3, 2), run(1, "rnn 2", 7, 5, 4));
        assertEquals(List.of("chance", "train, mean of 2", "test, mean of 2"), names(mean));
        Series train = mean.curves().series().get(1);
        assertEquals(4, train.ys().get(0));
        assertTrue(train.band().isPresent());
        assertTrue(mean.noted().isEmpty(), "a mean is no run that a note could be about");
    }

    @Test
    void aNoteStaysWithItsRunWhateverThatIsCalled() {
        CurvePicture before = picture(false, run(4, "rnn", 0, 3, 2));
        RunNote note = before.note(before.noted().get(0), 2, "rests").orElseThrow();
        assertEquals(List.of(new CurveNote("train", 2, "rests")), before.notes(List.of(note)));
        CurvePicture after = picture(false, run(5, "lstm", 0, 1, 1), run(4, "rnn", 0, 3, 2));
        assertEquals(List.of(new CurveNote("rnn train", 2, "rests")), after.notes(List.of(note)));
        assertEquals(List.of(), picture(false, run(5, "lstm", 0, 1, 1)).notes(List.of(note)));
        assertTrue(before.note(0, 1, "on a baseline").isEmpty());
    }

    @Test
    void keptRunsAreFetchedAndLetGo() {
        TrainedRuns runs = new TrainedRuns();
        Saved saved = new Saved(experiment(3), losses(1, 2), List.of());
        runs.fetch("kept-1", saved);
        runs.fetch("kept-2", saved);
        assertTrue(runs.isFetched("kept-1") && runs.hasOthers());
        List<Integer> ids =
                new ArrayList<>(runs.others().stream().map(ShownRun::id).toList());
        assertEquals(2, ids.stream().distinct().count());
        runs.setTask(experiment(0).task(), List.of());
        runs.toggle(runs.others().get(0));
        assertEquals(
                List.of("kept-2"), runs.shown().stream().map(ShownRun::name).toList());
        runs.fetch("kept-2", saved);
        assertEquals(List.of(), runs.shown());
        runs.forgetOthers();
        assertFalse(runs.hasOthers());
    }

    @Test
    void theOpenRunIsTheSameOneUntilAnotherBegins() {
        TrainedRuns runs = new TrainedRuns();
        runs.take(experiment(0), snapshot(3, 2));
        int open = runs.open().orElseThrow().id();
        runs.fetch("kept", new Saved(experiment(3), losses(1, 2), List.of()));
        runs.take(experiment(0), snapshot(3, 2, 1));
        assertEquals(open, runs.open().orElseThrow().id(), "or its notes would be another's");
        runs.take(experiment(1), snapshot(5));
        assertEquals(3, runs.shown().stream().map(ShownRun::id).distinct().count());
        assertEquals(open, runs.others().get(0).id());
    }

    private static Snapshot snapshot(double... losses) {
        Progress progress = new Progress(losses.length, 10, 1, 0);
        return new Snapshot(progress, null, losses(losses), List.of(), null);
    }
}
