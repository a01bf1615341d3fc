package unroll.ui.inspector;

import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import unroll.core.model.Site;
import unroll.core.trace.Trace;
import unroll.debug.Debugger;
import unroll.debug.Inspection;
import unroll.debug.Inspection.Part;
import unroll.debug.Inspection.Subject;
import unroll.debug.Inspection.Summand;
import unroll.debug.Knowledge;
import unroll.debug.Position;
import unroll.plot.NumberFormat;
import unroll.plot.tex.Formula;
import unroll.ui.canvas.FormulaView;
import unroll.ui.state.Messages;
import unroll.ui.state.Selection;
import unroll.ui.state.Workbench;

/** Explains the selected number where the debugger stands, and keeps a few numbers in sight. */
public final class InspectorController {
    private static final int MOST_TERMS = 6;

    private final Workbench workbench;
    private final Messages messages;
    private final Watches watches = new Watches();

    @FXML
    private Label subjectLabel;

    @FXML
    private VBox content;

    @FXML
    private VBox watchBox;

    public InspectorController(Workbench workbench, Messages messages) {
        this.workbench = workbench;
        this.messages = messages;
    }

    @FXML
    private void initialize() {
        workbench.debugger().subscribe(this::show);
        workbench.selection().subscribe(this::show);
    }

    private void show() {
        Debugger debugger = workbench.debugger().get();
        content.getChildren().clear();
        watchBox.getChildren().clear();
        subjectLabel.setText("");
        if (debugger == null) {
            return;
        }
        Knowledge knowledge = workbench.knowledge();
        showWatches(knowledge, debugger);
        Selection selection = workbench.selection().get();
        if (selection == null || !fits(selection, knowledge.trace())) {
            content.getChildren().add(hint(messages.text("inspector.nothing")));
            return;
        }
        explain(Inspection.of(
                knowledge, new Subject(selection.site(), selection.gradient(), selection.t(), 0, selection.unit())));
    }

    /** A selection outlives the network that it was made in. */
    private static boolean fits(Selection selection, Trace trace) {
        return trace.sites().contains(selection.site())
                && selection.t() <= trace.steps()
                && selection.unit() < trace.width(selection.site());
    }

    private void explain(Inspection inspection) {
        subjectLabel.setText(inspection.subject().plain());
        if (inspection.progress().isUnknown()) {
            content.getChildren().add(hint(messages.text("inspector.unknown")));
            return;
        }
        if (inspection.progress().isPartial()) {
            String text = messages.text(
                    "inspector.partial",
                    inspection.progress().done(),
                    inspection.progress().of());
            Label partial = new Label(text);
            partial.getStyleClass().add("partial");
            content.getChildren().add(partial);
        }
        boolean several = inspection.parts().size() > 1;
        inspection.parts().forEach(part -> explain(part, several));
        if (inspection.parts().isEmpty()) {
            content.getChildren().add(hint(given(inspection.subject())));
        }
        inspection.value().ifPresent(value -> {
            Label result = new Label("= " + NumberFormat.format(value));
            result.getStyleClass().add("result");
            content.getChildren().add(result);
        });
    }

    private String given(Subject subject) {
        String key = subject.gradient() ? "inspector.zero" : subject.t() == 0 ? "inspector.initial" : "inspector.input";
        return messages.text(key);
    }

    private void explain(Part part, boolean several) {
        content.getChildren().add(new FormulaView(Formula.parse(part.tex())));
        if (!part.numbersTex().isEmpty()) {
            content.getChildren().add(new FormulaView(Formula.parse("= " + part.numbersTex())));
        }
        if (several) {
            Label value = new Label("= " + NumberFormat.format(part.value()));
            content.getChildren().add(value);
        }
        if (part.terms().size() > 1) {
            showTerms(part.terms());
        }
    }

    private void showTerms(List<Summand> terms) {
        Label title = new Label(messages.text(
                terms.size() > MOST_TERMS ? "inspector.largest" : "inspector.terms", MOST_TERMS, terms.size()));
        title.getStyleClass().add("muted");
        content.getChildren().add(title);
        double largest = Math.abs(terms.get(0).value());
        terms.stream().limit(MOST_TERMS).forEach(term -> {
            String name = term.from().map(Subject::plain).orElse(messages.text("inspector.bias"));
            TermBar bar = new TermBar(name, term.value(), largest);
            term.from()
                    .ifPresent(from -> bar.setOnMouseClicked(event -> workbench
                            .selection()
                            .set(new Selection(from.site(), from.gradient(), from.t(), from.unit()))));
            content.getChildren().add(bar);
        });
    }

    private static Label hint(String text) {
        Label hint = new Label(text);
        hint.setWrapText(true);
        hint.setMinHeight(Region.USE_PREF_SIZE);
        hint.getStyleClass().add("muted");
        return hint;
    }

    private void showWatches(Knowledge knowledge, Debugger debugger) {
        int t = debugger.current().map(Position::t).orElse(1);
        int layer = debugger.current().map(position -> position.line().layer()).orElse(0);
        int watched = layer == Site.HEAD ? knowledge.trace().network().layers() - 1 : layer;
        for (Watches.Watch watch : watches.at(knowledge, watched, t, 0)) {
            Label name = new Label(messages.text(watch.key(), t));
            Region space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            Label value = new Label(watch.value().orElse(messages.text("inspector.notYet")));
            value.getStyleClass().add(watch.value().isPresent() ? "watch-value" : "muted");
            HBox line = new HBox(name, space, value);
            line.getStyleClass().add("watch");
            watchBox.getChildren().add(line);
        }
    }
}
