package unroll.ui.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.scene.control.Label;
import unroll.core.model.Network;
import unroll.core.trace.Trace;
import unroll.lesson.Measurements;
import unroll.plot.NumberFormat;
import unroll.ui.state.Messages;
import unroll.ui.state.Workbench;

/**
 * All that follows the network in the text of one step: its numbers, the symbols of its formulas, its pictures. What the
 * debugger has not computed yet is not told.
 */
final class LiveText {
    private final Workbench workbench;
    private final Messages messages;
    private final List<MeasuredLabel> numbers = new ArrayList<>();
    private final List<TextFormula> formulas = new ArrayList<>();
    private final List<LivePicture> pictures = new ArrayList<>();
    private Network bound;

    private record MeasuredLabel(Label label, String name) {}

    LiveText(Workbench workbench, Messages messages) {
        this.workbench = workbench;
        this.messages = messages;
    }

    /** A number of the {@link Measurements}, by its name. */
    Label number(String name) {
        Label label = new Label();
        label.getStyleClass().add("live");
        numbers.add(new MeasuredLabel(label, name));
        return label;
    }

    TextFormula formula(String tex) {
        TextFormula formula = new TextFormula(tex, workbench);
        formulas.add(formula);
        if (bound != null) {
            formula.bindTo(bound);
        }
        return formula;
    }

    LivePicture add(LivePicture picture) {
        pictures.add(picture);
        picture.refresh();
        return picture;
    }

    /** Begins another step. */
    void clear() {
        numbers.clear();
        formulas.clear();
        pictures.clear();
    }

    /** Follows the debugger. */
    void refresh(Optional<Measurements> measured) {
        measured.ifPresent(now -> numbers.forEach(number -> number.label().setText(text(now, number.name()))));
        bind();
        pictures.forEach(LivePicture::refresh);
    }

    /** Follows what is pointed at. */
    void light() {
        formulas.forEach(TextFormula::light);
        pictures.forEach(LivePicture::refresh);
    }

    private void bind() {
        Trace trace = workbench.trace().get();
        if (trace != null && !trace.network().equals(bound)) {
            bound = trace.network();
            formulas.forEach(formula -> formula.bindTo(bound));
        }
    }

    private String text(Measurements now, String name) {
        OptionalDouble value = now.value(name);
        if (value.isEmpty()) {
            return messages.text("lesson.notYet");
        }
        return name.startsWith("share")
                ? Math.round(value.getAsDouble() * 100) + " %"
                : NumberFormat.format(value.getAsDouble());
    }
}
