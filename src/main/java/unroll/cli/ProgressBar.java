package unroll.cli;

import java.io.PrintWriter;
import java.util.Locale;
import unroll.experiment.Curve;
import unroll.experiment.Metric;
import unroll.run.Progress;
import unroll.run.Snapshot;

/** One line that is written over and over while a training runs. */
record ProgressBar(PrintWriter out) {
    private static final int CELLS = 24;
    private static final int SECONDS_TO_A_MINUTE = 60;
    private static final int SECONDS_TO_AN_HOUR = 3600;

    void show(Snapshot snapshot) {
        out.print("\r" + line(snapshot) + "\u001b[K");
        out.flush();
    }

    /** Leaves an empty line for what comes next. */
    void clear() {
        out.print("\r\u001b[K");
        out.flush();
    }

    static String line(Snapshot snapshot) {
        Progress progress = snapshot.progress();
        int filled = (int) (CELLS * progress.iteration() / progress.iterations());
        Curve loss = snapshot.metrics().of(Metric.TEST_LOSS);
        String measured =
                loss.isEmpty() ? "" : String.format(Locale.ROOT, "  test loss %.4g", loss.value(loss.size() - 1));
        return "[" + "#".repeat(filled) + "-".repeat(CELLS - filled) + "] " + progress.iteration() + "/"
                + progress.iterations() + measured + left(progress.secondsLeft());
    }

    private static String left(double seconds) {
        if (Double.isNaN(seconds)) {
            return "";
        }
        long whole = Math.round(seconds);
        if (whole >= SECONDS_TO_AN_HOUR) {
            return String.format(
                    Locale.ROOT,
                    "  %d h %02d min left",
                    whole / SECONDS_TO_AN_HOUR,
                    whole % SECONDS_TO_AN_HOUR / SECONDS_TO_A_MINUTE);
        }
        return String.format(Locale.ROOT, "  %d:%02d left", whole / SECONDS_TO_A_MINUTE, whole % SECONDS_TO_A_MINUTE);
    }
}
