package unroll.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.TimeUnit;
import unroll.experiment.Setup;
import unroll.io.ReadProblem;
import unroll.io.RunFolder.Saved;
import unroll.plot.Painter;
import unroll.plot.Wording;
import unroll.plot.curves.CurveOptions;
import unroll.plot.curves.CurvesPainter;
import unroll.run.TrainingRun;

/** The curves of experiments that are trained for the picture. */
record SnapshotCurves(PrintWriter err) {
    private static final long MILLIS_BETWEEN_LOOKS = 100;

    Painter single(ExperimentName name) throws ReadProblem, InterruptedException {
        Setup setup = name.setup();
        List<NamedRun> run = List.of(new NamedRun(setup.experiment().name(), trained(setup)));
        RunCurves curves = new RunCurves(RunGroups.alone(run), "loss");
        return new CurvesPainter(curves.curves(), CurveOptions.DEFAULT.withEmptyText("nothing was measured"));
    }

    Painter pair(ExperimentName name, ExperimentName changed, Wording wording)
            throws ReadProblem, InterruptedException {
        ComparedViews views = new ComparedViews(name.file().differences(changed.file()), wording);
        return views.curves(trained(name.setup()), trained(changed.setup()));
    }

    private Saved trained(Setup setup) throws InterruptedException {
        ProgressBar bar = new ProgressBar(err);
        try (TrainingRun run = new TrainingRun(setup)) {
            run.start();
            while (!run.awaitEnd(MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS)) {
                if (Terminal.showsErrors()) {
                    bar.show(run.latest());
                }
            }
            if (Terminal.showsErrors()) {
                bar.clear();
            }
            return new Saved(setup.experiment(), run.latest().metrics(), setup.levels());
        }
    }
}
