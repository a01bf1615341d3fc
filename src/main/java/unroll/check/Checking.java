package unroll.check;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** Checks one after the other, in the background or not: how far they are may be looked at, and they may be cancelled. */
public final class Checking implements Callable<List<Verdict>> {
    private final List<NumberCheck> checks;
    private volatile List<Verdict> verdicts = List.of();
    private volatile boolean cancelled;

    public Checking(List<NumberCheck> checks) {
        this.checks = List.copyOf(checks);
    }

    /** Runs all checks; fewer if it was cancelled. */
    @Override
    public List<Verdict> call() {
        List<Verdict> done = new ArrayList<>();
        for (NumberCheck check : checks) {
            if (cancelled) {
                break;
            }
            done.add(Verdict.of(check));
            verdicts = List.copyOf(done);
        }
        return verdicts;
    }

    /** Leaves the checks after the present one undone. */
    public void cancel() {
        cancelled = true;
    }

    public boolean isCancelled() {
        return cancelled;
    }

    /** How many checks there are. */
    public int size() {
        return checks.size();
    }

    /** What is done so far. */
    public List<Verdict> verdicts() {
        return verdicts;
    }
}
