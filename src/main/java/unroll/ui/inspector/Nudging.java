package unroll.ui.inspector;

import java.util.List;
import java.util.Optional;
import unroll.analysis.Nudge;
import unroll.core.model.ParameterLayout;
import unroll.core.model.Phase;
import unroll.core.trace.Trace;
import unroll.debug.Debugger;
import unroll.debug.Inspection.Subject;
import unroll.debug.UnitName;
import unroll.plot.NumberFormat;
import unroll.plot.sheet.Gap;
import unroll.plot.sheet.Pair;
import unroll.plot.sheet.Paragraph;
import unroll.plot.sheet.Row;
import unroll.plot.sheet.Saying;
import unroll.plot.sheet.Type;
import unroll.ui.state.Messages;
import unroll.ui.state.ParameterEntry;
import unroll.ui.state.Selection;
import unroll.ui.state.Workbench;

/** Moves the selected number a little, or in the update the followed weight, and says what the loss did. */
final class Nudging {
    private static final double SECTION = 10;

    /** What can be moved; equal for the same number of the same trace. */
    private sealed interface Movable {
        Nudge move(Trace trace, int row);

        /** With formulas between dollar signs. */
        String name(Trace trace, int row);
    }

    private record Unit(Selection selection) implements Movable {
        @Override
        public Nudge move(Trace trace, int row) {
            return Nudge.ofUnit(trace, selection.site(), selection.t(), row, selection.unit());
        }

        @Override
        public String name(Trace trace, int row) {
            Subject subject = new Subject(selection.site(), false, selection.t(), row, selection.unit());
            return "$" + UnitName.of(trace.network(), subject).tex() + "$";
        }
    }

    private record Weight(ParameterEntry entry) implements Movable {
        @Override
        public Nudge move(Trace trace, int row) {
            return Nudge.ofParameter(trace, entry.parameter(), entry.index());
        }

        @Override
        public String name(Trace trace, int row) {
            ParameterLayout.Entry place = trace.parameters().layout().entry(entry.parameter());
            return entry.parameter() + UpdateSheet.place(place, entry.index());
        }
    }

    private record Trial(Trace trace, int row, Movable moved, Nudge nudge) {}

    private final Workbench workbench;
    private final Messages messages;
    private Optional<Trial> last = Optional.empty();

    Nudging(Workbench workbench, Messages messages) {
        this.workbench = workbench;
        this.messages = messages;
    }

    boolean isPossible() {
        return movable().isPresent();
    }

    private Optional<Movable> movable() {
        Debugger at = workbench.debugger().get();
        Selection selection = workbench.selection().get();
        if (at == null) {
            return Optional.empty();
        }
        if (at.current().filter(here -> here.phase() == Phase.UPDATE).isPresent()) {
            return Optional.of(new Weight(workbench.followedEntry()));
        }
        return Optional.ofNullable(selection)
                .filter(this::exists)
                .map(this::value)
                .map(Unit::new);
    }

    private boolean exists(Selection selection) {
        Trace trace = workbench.trace().get();
        return Nudge.isPossible(trace, selection.site())
                && selection.unit() < trace.width(selection.site())
                && workbench
                        .knowledge()
                        .values(selection.site(), workbench.row())
                        .progress(selection.t())
                        .isPresent();
    }

    /** The value, also where its gradient is selected. */
    private Selection value(Selection selection) {
        return new Selection(selection.site(), false, selection.t(), selection.unit());
    }

    void nudge() {
        Trace trace = workbench.trace().get();
        int row = workbench.row();
        last = movable().map(moved -> new Trial(trace, row, moved, moved.move(trace, row)));
    }

    /** What came of the last trial, as long as the same number is looked at. */
    @SuppressWarnings("ReferenceEquality") // traces are never equal
    List<Row> rows() {
        return last.filter(trial -> trial.trace() == workbench.trace().get()
                        && trial.row() == workbench.row()
                        && movable().equals(Optional.of(trial.moved())))
                .map(this::rows)
                .orElse(List.of());
    }

    private List<Row> rows(Trial trial) {
        String name = trial.moved().name(trial.trace(), trial.row());
        Nudge nudge = trial.nudge();
        String by = NumberFormat.exact(nudge.by());
        return List.of(
                Paragraph.of(Saying.of(messages.text("inspector.nudged", name, by)), Type.NOTE),
                pair(messages.text("inspector.nudgeChange"), nudge.change()),
                pair(messages.text("inspector.nudgeSlope", by), nudge.slope()),
                pair(messages.text("inspector.nudgeGradient", name), nudge.gradient()),
                new Gap(SECTION));
    }

    private static Pair pair(String name, double value) {
        return new Pair(Saying.of(name), NumberFormat.format(value));
    }
}
