package unroll.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import unroll.core.model.ParameterLayout;
import unroll.core.trace.UpdateTrace;
import unroll.debug.Naming;
import unroll.debug.Notation;
import unroll.debug.UpdateInspection;
import unroll.debug.UpdateInspection.Named;
import unroll.debug.UpdateInspection.TensorChange;
import unroll.plot.NumberFormat;
import unroll.plot.Role;
import unroll.plot.sheet.FormulaRow;
import unroll.plot.sheet.Gap;
import unroll.plot.sheet.NumberTex;
import unroll.plot.sheet.Pair;
import unroll.plot.sheet.Paragraph;
import unroll.plot.sheet.Row;
import unroll.plot.sheet.Saying;
import unroll.plot.sheet.Type;
import unroll.ui.state.Messages;
import unroll.ui.state.ParameterEntry;

/** Says in rows what a line of the update did to one number, and to each parameter as a whole. */
final class UpdateSheet {
    private static final double SECTION = 10;
    private static final double SMALL = 4;

    private final Naming naming;
    private final Messages messages;
    private final List<Row> rows = new ArrayList<>();

    private UpdateSheet(Naming naming, Messages messages) {
        this.naming = naming;
        this.messages = messages;
    }

    /**
     * The rows for the line that has just run.
     *
     * @param line its place among the update's lines, from 0
     * @param ofIteration whether the update is that of a training iteration, not of a fresh optimiser
     */
    static List<Row> of(
            UpdateTrace update,
            int line,
            ParameterEntry chosen,
            boolean ofIteration,
            Naming naming,
            Messages messages) {
        UpdateSheet sheet = new UpdateSheet(naming, messages);
        ParameterLayout.Entry entry = update.weightsBefore().layout().entry(chosen.parameter());
        sheet.title(entry, chosen.index(), update.iteration());
        if (!ofIteration) {
            sheet.note("inspector.freshOptimiser");
        }
        sheet.explain(UpdateInspection.of(update, line, entry, chosen.index()));
        return sheet.rows;
    }

    /** Row and column of an entry, from 0. */
    static String place(ParameterLayout.Entry entry, int index) {
        return entry.columns() == 0
                ? "[" + index + "]"
                : "[" + index / entry.columns() + ", " + index % entry.columns() + "]";
    }

    private void title(ParameterLayout.Entry entry, int index, long iteration) {
        String name = entry.name() + place(entry, index);
        rows.add(Paragraph.of(
                Saying.of(messages.text("inspector.updateOf", name, NumberFormat.count(iteration))), Type.NAME));
        rows.add(new Gap(SMALL));
    }

    private void note(String key, Object... values) {
        rows.add(Paragraph.of(Saying.of(messages.text(key, values)), Type.NOTE));
    }

    private void explain(UpdateInspection inspection) {
        Notation line = naming.ofUpdate(inspection.line());
        rows.add(new FormulaRow(List.of(line.tex()), Role.FOREGROUND, line.plain()));
        inspection.numbers().filter(numbers -> !numbers.isNumber()).ifPresent(numbers -> {
            String tex = "= " + numbers.tex(NumberTex::of);
            rows.add(new FormulaRow(List.of(tex), Role.MUTED, "= " + numbers.plain(NumberFormat::format)));
        });
        double after = inspection.change().after();
        rows.add(Paragraph.of(Saying.of("= " + NumberFormat.format(after)), Type.RESULT));
        hyperparameters(inspection.hyperparameters());
        change(inspection.change());
        values(inspection.values());
        tensors(inspection);
    }

    private void hyperparameters(List<UpdateInspection.Hyperparameter> named) {
        if (!named.isEmpty()) {
            String shown = named.stream()
                    .map(each -> "$" + each.letter().tex() + "$ = " + NumberFormat.exact(each.value()))
                    .collect(Collectors.joining(", "));
            String spoken = named.stream()
                    .map(each -> each.letter().plain() + " = " + NumberFormat.exact(each.value()))
                    .collect(Collectors.joining(", "));
            rows.add(Paragraph.of(
                    new Saying(messages.text("inspector.with", shown), messages.text("inspector.with", spoken)),
                    Type.NOTE));
        }
    }

    private void change(UpdateInspection.Change change) {
        if (change.before().isPresent()) {
            double before = change.before().getAsDouble();
            rows.add(new Pair(named("inspector.before", change.target()), NumberFormat.format(before)));
            rows.add(new Pair(named("inspector.after", change.target()), NumberFormat.format(change.after())));
            rows.add(new Pair(
                    Saying.of(messages.text("inspector.change")), NumberFormat.format(change.after() - before)));
        }
    }

    private Saying named(String key, Notation letter) {
        return new Saying(messages.text(key, "$" + letter.tex() + "$"), messages.text(key, letter.plain()));
    }

    private void values(List<Named> values) {
        rows.add(new Gap(SECTION));
        note("inspector.nowIs");
        for (Named value : values) {
            Notation letter = value.variable();
            rows.add(
                    new Pair(new Saying("$" + letter.tex() + "$", letter.plain()), NumberFormat.format(value.value())));
        }
    }

    private void tensors(UpdateInspection inspection) {
        if (inspection.tensors().isEmpty()) {
            return;
        }
        Notation target = inspection.change().target();
        rows.add(new Gap(SECTION));
        Notation norm = new Notation("‖" + target.plain() + "‖", "\\lVert " + target.tex() + " \\rVert");
        rows.add(Paragraph.of(named("inspector.wholeVector", norm), Type.NOTE));
        for (TensorChange tensor : inspection.tensors()) {
            boolean all = tensor.parameter().equals(UpdateInspection.ALL);
            String name = all ? messages.text("inspector.allParameters") : tensor.parameter();
            rows.add(new Pair(Saying.of(name), from(tensor.before()) + NumberFormat.format(tensor.after())));
        }
    }

    private static String from(OptionalDouble before) {
        return before.isPresent() ? NumberFormat.format(before.getAsDouble()) + " → " : "";
    }
}
