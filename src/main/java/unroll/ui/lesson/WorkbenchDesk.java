package unroll.ui.lesson;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import unroll.core.trace.Trace;
import unroll.debug.Breakpoint;
import unroll.experiment.Probe;
import unroll.experiment.Setup.Part;
import unroll.lesson.Action;
import unroll.lesson.Desk;
import unroll.lesson.Panel;
import unroll.lesson.Place;
import unroll.lesson.Start;
import unroll.ui.state.Selection;
import unroll.ui.state.Workbench;

/** The workbench as lessons use it. What needs a trace waits until that of the experiment is there. */
final class WorkbenchDesk implements Desk {
    private final Workbench workbench;
    private final Deque<Runnable> waiting = new ArrayDeque<>();

    WorkbenchDesk(Workbench workbench) {
        this.workbench = workbench;
    }

    /** Forgets what still waits. */
    void clear() {
        waiting.clear();
    }

    /**
     * Does the next of what waits for a trace.
     *
     * @return whether there was anything
     */
    boolean doNext() {
        Runnable next = waiting.poll();
        if (next == null) {
            return false;
        }
        next.run();
        return true;
    }

    /** Whether the trace that is shown is of the experiment that is open, and of the sequence that was chosen. */
    boolean isTraced() {
        return workbench.debugger().get() != null
                && workbench.setup().get() != null
                && workbench.probing().isTraced()
                && workbench
                        .setup()
                        .get()
                        .experiment()
                        .equals(workbench.experiment().get());
    }

    @Override
    public void open(Start start) {
        boolean isOpen = start.experiment().equals(workbench.experiment().get())
                && start.weights().equals(workbench.loadedWeights());
        if (!isOpen || isTouched()) {
            workbench.open(start.experiment(), start.weights(), Probe.FIRST);
        }
    }

    /** Whether the learner has left something that the next step does not speak of. */
    private boolean isTouched() {
        return !workbench.probing().probe().get().equals(Probe.FIRST)
                || workbench.weights().exist()
                || workbench.snapshot().get() != null;
    }

    @Override
    public void set(String path, String value) {
        workbench.edit(path, value);
    }

    @Override
    public void moveTo(Place place) {
        waiting.add(() -> {
            int cursor = place.cursor(workbench.debugger().get().program());
            if (workbench.debugger().get().cursor() != cursor) {
                workbench.stepping().moveTo(cursor);
            }
        });
    }

    @Override
    public void select(Action.Select selected) {
        waiting.add(() -> find(workbench.trace().get(), selected).ifPresent(workbench.selection()::set));
    }

    private static Optional<Selection> find(Trace trace, Action.Select selected) {
        return trace.sites().stream()
                .filter(selected::isOf)
                .findFirst()
                .map(site -> new Selection(site, selected.isGradientOf(site), selected.t(), selected.unit() - 1))
                .flatMap(found -> found.within(trace));
    }

    @Override
    public void addLane(String lane) {
        if (!workbench.shownLanes().contains(lane)) {
            workbench.shownLanes().add(lane);
        }
    }

    @Override
    public void showLanes(List<String> lanes) {
        waiting.add(() -> {
            if (!workbench.shownLanes().equals(lanes)) {
                workbench.shownLanes().setAll(lanes);
            }
        });
    }

    @Override
    public void stopAt(Breakpoint breakpoint) {
        waiting.add(() -> {
            if (!workbench.debugger().get().breakpoints().contains(breakpoint)) {
                workbench.stepping().toggle(breakpoint);
            }
        });
    }

    @Override
    public void clearBreakpoints() {
        waiting.add(() -> List.copyOf(workbench.debugger().get().breakpoints()).forEach(workbench.stepping()::toggle));
    }

    @Override
    public void bringToFront(Panel panel) {
        workbench.panel().set(panel);
    }

    @Override
    public void showExample(int index) {
        waiting.add(() -> workbench.probing().choose(Part.TRAIN, index));
    }
}
