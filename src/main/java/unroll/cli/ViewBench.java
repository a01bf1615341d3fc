package unroll.cli;

import com.google.gson.JsonObject;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import unroll.core.model.Schedule;
import unroll.core.trace.Recorder;
import unroll.core.trace.Trace;
import unroll.debug.Knowledge;
import unroll.debug.Program;
import unroll.experiment.Experiment;
import unroll.experiment.Setup;
import unroll.io.DataFiles;
import unroll.io.ExperimentFile;
import unroll.io.ReadProblem;
import unroll.plot.Palette;
import unroll.plot.Surface;
import unroll.plot.Wording;
import unroll.plot.panel.Measured;
import unroll.plot.panel.Sample;

/** Times the painting of a view while the cursor scrubs through the whole program, on a window's worth of pixels. */
final class ViewBench {
    private static final int WIDTH = 1000;
    private static final int HEIGHT = 500;
    private static final int FRAMES = 400;
    private static final int WARM_UP = 200;

    private static final Wording WORDING = new Wording(ResourceBundle.getBundle("unroll.i18n.figure", Locale.ENGLISH));

    private final int steps;
    private final int hidden;

    ViewBench(int steps, int hidden) {
        this.steps = steps;
        this.hidden = hidden;
    }

    /** Times a view, which must be one of {@link Views#NAMES}. */
    JsonObject run(String view) throws ReadProblem {
        Sample sample = sample();
        double[] times = scrub(sample.trace(), Views.measure(view, sample, WIDTH));
        JsonObject result = new JsonObject();
        result.addProperty("view", view);
        result.addProperty("p50_ms", percentile(times, 50));
        result.addProperty("p99_ms", percentile(times, 99));
        result.addProperty("frames", times.length);
        return result;
    }

    private Sample sample() throws ReadProblem {
        Experiment experiment = ExperimentFile.builtIn("vanishing")
                .with("task.length", String.valueOf(steps))
                .with("model.hidden", String.valueOf(hidden))
                .experiment();
        Setup setup = Setup.of(experiment, DataFiles.fromWorkingFolder());
        Trace trace = Recorder.record(
                setup.network(), setup.initial(), setup.batch(Setup.Part.TRAIN, 0), setup.conditions(1));
        return Sample.of(trace, experiment.training().rule());
    }

    /** Frame times in ms, from the new cursor to finished pixels, spread over the whole program. */
    private static double[] scrub(Trace trace, Measured measured) {
        Program program = new Program(Schedule.of(trace.network()), trace.steps());
        Knowledge atStart = new Knowledge(program, 0, trace);
        Surface surface = new Surface(WIDTH, HEIGHT, 1);
        double[] times = new double[FRAMES];
        for (int frame = -WARM_UP; frame < FRAMES; frame++) {
            int place = frame < 0 ? (frame + WARM_UP) * 2 : frame;
            int cursor = (int) ((long) program.size() * place / FRAMES);
            long start = System.nanoTime();
            surface.paint(measured.at(atStart.at(cursor), WORDING), Palette.light());
            if (frame >= 0) {
                times[frame] = (System.nanoTime() - start) / 1e6;
            }
        }
        return times;
    }

    private static double percentile(double[] times, int percent) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }
}
