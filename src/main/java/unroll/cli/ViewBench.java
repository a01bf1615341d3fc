package unroll.cli;

import com.google.gson.JsonObject;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.function.Function;
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
import unroll.plot.Painter;
import unroll.plot.Palette;
import unroll.plot.Surface;
import unroll.plot.Wording;
import unroll.plot.lanes.LanesPainter;
import unroll.plot.lanes.LanesView;
import unroll.plot.lanes.Viewport;
import unroll.plot.stage.StagePainter;
import unroll.plot.stage.StageView;

/** Times the painting of a view while the cursor scrubs through the whole program, on a window's worth of pixels. */
final class ViewBench {
    private static final int WIDTH = 1000;
    private static final int HEIGHT = 500;
    private static final int FRAMES = 400;
    private static final int WARM_UP = 200;

    private static final Wording WORDING = new Wording(ResourceBundle.getBundle("unroll.i18n.figure", Locale.ENGLISH));

    /** The views by name, each with how it is painted for what is known at a cursor. */
    private static final Map<String, Function<Knowledge, Painter>> VIEWS = new LinkedHashMap<>();

    static {
        VIEWS.put("stage", knowledge -> {
            Viewport shown = viewport(knowledge);
            return new StagePainter(StageView.of(knowledge).withViewport(shown), WORDING);
        });
        VIEWS.put("lanes", knowledge -> {
            Viewport shown = viewport(knowledge);
            return new LanesPainter(LanesView.of(knowledge).withViewport(shown), WORDING);
        });
    }

    private final int steps;
    private final int hidden;

    ViewBench(int steps, int hidden) {
        this.steps = steps;
        this.hidden = hidden;
    }

    static Set<String> views() {
        return VIEWS.keySet();
    }

    /** Times a view, which must be one of {@link #views}. */
    JsonObject run(String view) throws ReadProblem {
        double[] times = scrub(trace(), VIEWS.get(view));
        JsonObject result = new JsonObject();
        result.addProperty("view", view);
        result.addProperty("p50_ms", percentile(times, 50));
        result.addProperty("p99_ms", percentile(times, 99));
        result.addProperty("frames", times.length);
        return result;
    }

    private static Viewport viewport(Knowledge knowledge) {
        int t = knowledge.cursor() == 0
                ? 1
                : knowledge.program().at(knowledge.cursor() - 1).t();
        return Viewport.readable(knowledge.trace().steps(), t, WIDTH);
    }

    private Trace trace() throws ReadProblem {
        Experiment experiment = ExperimentFile.builtIn("vanishing")
                .with("task.length", String.valueOf(steps))
                .with("model.hidden", String.valueOf(hidden))
                .experiment();
        Setup setup = Setup.of(experiment, DataFiles.fromWorkingFolder());
        return Recorder.record(setup.network(), setup.initial(), setup.batch(Setup.Part.TRAIN, 0), Map.of());
    }

    /** Frame times in ms, from the new cursor to finished pixels, spread over the whole program. */
    private static double[] scrub(Trace trace, Function<Knowledge, Painter> painters) {
        Program program = new Program(Schedule.of(trace.network()), trace.steps());
        Surface surface = new Surface(WIDTH, HEIGHT, 1);
        double[] times = new double[FRAMES];
        for (int frame = -WARM_UP; frame < FRAMES; frame++) {
            int place = frame < 0 ? (frame + WARM_UP) * 2 : frame;
            int cursor = (int) ((long) program.size() * place / FRAMES);
            long start = System.nanoTime();
            surface.paint(painters.apply(new Knowledge(program, cursor, trace)), Palette.light());
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
