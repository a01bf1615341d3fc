package unroll.run;

import unroll.core.data.Examples;
import unroll.core.kernel.Engine;
import unroll.core.model.Parameters;
import unroll.core.train.Evaluation;
import unroll.experiment.Setup;
import unroll.experiment.Telling;
import unroll.io.RunSummary;
import unroll.io.RunSummary.Effort;
import unroll.io.RunSummary.Ending;
import unroll.io.RunSummary.Measured;

/** What a run that is over is summed up to. */
public final class RunReport {
    private RunReport() {}

    /** Measures the parameters of the run's last snapshot on both parts of the data. */
    public static RunSummary of(Setup setup, Snapshot last) {
        Progress progress = last.progress();
        Effort effort = new Effort(progress.iteration(), progress.epoch(), progress.seconds());
        Measured train = measure(setup, setup.data().train(), last.parameters());
        Measured test = measure(setup, setup.data().test(), last.parameters());
        Ending ending = new Ending(word(last.status()), setup.data().baselines(), setup.telling());
        return new RunSummary(setup.experiment().name(), setup.experiment().seed(), effort, train, test, ending);
    }

    private static String word(Status status) {
        return switch (status.state()) {
            case FINISHED -> "finished";
            case DIVERGED -> "diverged";
            default -> "interrupted";
        };
    }

    private static Measured measure(Setup setup, Examples examples, Parameters parameters) {
        Evaluation.Result result = setup.evaluation(examples, TrainingLoop.EVALUATION_ROWS, Engine.simple())
                .of(parameters);
        Telling telling = setup.telling();
        return new Measured(result.score(), telling.tell(result), telling.byClass(result));
    }
}
