package unroll.ui.state;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyLongProperty;
import unroll.core.optim.OptimizerState;
import unroll.core.trace.UpdateTrace;
import unroll.run.Snapshot;
import unroll.run.Status;
import unroll.run.TraceAnswer;
import unroll.run.TraceRequest;

/** Time travel over training: its iterations, each traced with its whole batch, and the update at its end. */
public final class Iterations {
    private final Laboratory laboratory;
    private TraceAnswer.Traced updated;
    private UpdateTrace update;
    private long awaited;
    private Destination destination = Destination.SAME_PLACE;

    Iterations(Laboratory laboratory) {
        this.laboratory = laboratory;
        laboratory.snapshot().subscribe(this::tell);
    }

    /** The iteration whose parameters are shown, from 1; 0 while the latest are. */
    public ReadOnlyLongProperty shown() {
        return laboratory.shownIteration();
    }

    /** The iteration whose batch is traced; empty while an example is. */
    public Optional<Long> traced() {
        return Optional.ofNullable(laboratory.traced().get())
                .filter(made -> made.request() instanceof TraceRequest.Iteration)
                .map(made -> ((TraceRequest.Iteration) made.request()).number());
    }

    /** The last iteration that can be traced: the one after those that are done. */
    public long last() {
        return laboratory.lastIteration();
    }

    /** Holds the training and takes everything to an iteration: its batch, with the parameters at its start. */
    public void trace(long number) {
        trace(number, Destination.SAME_PLACE);
    }

    private void trace(long number, Destination place) {
        awaited = number;
        destination = place;
        laboratory.traceIteration(number);
    }

    /** Goes back from an iteration to the latest parameters and an example. */
    public void showLatest() {
        laboratory.showLatest();
    }

    /**
     * The update that follows from the latest trace: of a training iteration the very one that was made, of an example
     * that of a fresh optimiser. Only once there is a trace.
     */
    @SuppressWarnings("ReferenceEquality") // traces are never equal
    public UpdateTrace update() {
        TraceAnswer.Traced made = laboratory.traced().get();
        if (made != updated) {
            updated = made;
            update = UpdateTrace.of(
                    made.trace(), made.setup().experiment().training().rule(), made.optimizer());
        }
        return update;
    }

    /** What the optimiser carried when the traced iteration began; empty for an example. */
    public Optional<OptimizerState> carried() {
        return Optional.ofNullable(laboratory.traced().get()).flatMap(TraceAnswer.Traced::optimizer);
    }

    /** Goes on to where a trace was asked for, once it is shown. */
    void arrive(Workbench workbench) {
        if (traced().equals(Optional.of(awaited))) {
            awaited = 0;
            destination.reach(workbench);
        }
    }

    private static String where(Status diverged, Messages messages) {
        return diverged.broken()
                .map(broken -> messages.text(
                        "state.broken." + broken.kind().id(), broken.words().toArray()))
                .orElseGet(diverged::where);
    }

    /** A run that ended at a number which is not finite leads to that number, and to the update before. */
    private void tell(Snapshot latest) {
        if (latest == null || latest.status().state() != Status.State.DIVERGED) {
            return;
        }
        Messages messages = laboratory.messages();
        long broken = latest.progress().iteration() + 1;
        Notice.Link place = new Notice.Link(
                messages.text("state.showPlace", broken), () -> trace(broken, Destination.FIRST_NON_FINITE));
        Notice.Link cause = new Notice.Link(
                messages.text("state.showCause", broken - 1), () -> trace(broken - 1, Destination.LARGEST_CHANGE));
        String text = messages.text("state.diverged", where(latest.status(), messages));
        laboratory.notice().set(new Notice(Severity.ERROR, text, broken > 1 ? List.of(place, cause) : List.of(place)));
    }
}
