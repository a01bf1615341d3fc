package unroll.ui.input;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import unroll.debug.Position;
import unroll.experiment.Probed;
import unroll.experiment.Setup;
import unroll.plot.Hit;
import unroll.plot.Wording;
import unroll.plot.input.Answer;
import unroll.plot.input.InputPainter;
import unroll.plot.input.InputView;
import unroll.plot.lanes.UnitTarget;
import unroll.ui.canvas.PaintedPane;
import unroll.ui.export.Figures;
import unroll.ui.state.Messages;
import unroll.ui.state.Probing;
import unroll.ui.state.Selection;
import unroll.ui.state.Workbench;

/** The sequence that is traced, under the stage and in its columns: it can be drawn, and says what is asked of it. */
public final class InputController {
    private final Workbench workbench;
    private final Probing probing;
    private final Figures figures;
    private final Messages messages;
    private final Wording wording;
    private Drawing drawing;

    @FXML
    private VBox root;

    @FXML
    private PaintedPane pane;

    @FXML
    private Label answerLabel;

    @FXML
    private Label hintLabel;

    @FXML
    private Button backButton;

    public InputController(Workbench workbench, Figures figures, Messages messages) {
        this.workbench = workbench;
        this.probing = workbench.probing();
        this.figures = figures;
        this.messages = messages;
        this.wording = new Wording(messages);
    }

    @FXML
    private void initialize() {
        root.visibleProperty().bind(probing.editing());
        root.managedProperty().bind(root.visibleProperty());
        figures.offer("input", pane, () -> probing.editing().get() && pane.getPainter() != null);
        drawing = new Drawing(probing, pane);
        drawing.install();
        pane.setOnHit(this::select);
        probing.editing().subscribe(this::show);
        probing.probe().subscribe(this::show);
        workbench.debugger().subscribe(this::show);
        workbench.viewport().subscribe(this::show);
        workbench.selection().subscribe(this::show);
    }

    private void select(Hit hit) {
        pane.requestFocus();
        workbench.selection().set(Selection.of((UnitTarget) hit.target()));
    }

    private void show() {
        if (!probing.editing().get() || workbench.debugger().get() == null) {
            return;
        }
        Optional<Probed.Row> row = probing.asked();
        pane.setVisible(row.isPresent());
        if (row.isEmpty()) {
            answerLabel.setText(messages.text("input.iteration"));
            hintLabel.setText("");
            showBack(false);
            return;
        }
        Setup setup = workbench.setup().get();
        InputView view = InputView.of(row.get().inputs(), row.get().dataInputs(), setup.symbols());
        view = view.withRange(drawing.range(view.range()))
                .withViewport(workbench.viewport().get())
                .withMarks(new InputView.Marks(step(), selected()));
        pane.setPainter(new InputPainter(view, wording));
        boolean changed = !probing.probe().get().change(workbench.row()).isNothing();
        hintLabel.setText(messages.text((changed ? "input.changed." : "input.hint.") + view.form()));
        showBack(changed);
        probing.row().ifPresent(traced -> answerLabel.setText(answer(traced, setup)));
        pane.setAccessibleText(messages.text("input.text", view.steps(), view.units()) + " " + answerLabel.getText());
    }

    private void showBack(boolean shown) {
        backButton.setVisible(shown);
        backButton.setManaged(shown);
    }

    private OptionalInt step() {
        return workbench
                .debugger()
                .get()
                .current()
                .map(Position::t)
                .filter(t -> t > 0)
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }

    private Optional<UnitTarget> selected() {
        return Optional.ofNullable(workbench.selection().get())
                .map(Selection::target)
                .filter(InputPainter::isInput);
    }

    private String answer(Probed.Row traced, Setup setup) {
        List<String> names = setup.outputNames();
        Answer answer = Answer.last(workbench.trace().get(), workbench.row(), names);
        boolean every = workbench.trace().get().network().loss().atEveryStep();
        String asked = messages.text("input.asked." + traced.asked(), answer.target());
        String said =
                messages.text(workbench.snapshot().get() == null ? "input.untrained" : "input.said", answer.said());
        return (every ? messages.text("input.lastStep") + " " : "") + asked + "  " + said;
    }

    @FXML
    private void backToData() {
        probing.backToData();
        pane.requestFocus();
    }

    @FXML
    private void close() {
        probing.editing().set(false);
        Node stage = root.getScene().lookup("#stagePane");
        if (stage != null) {
            stage.requestFocus();
        }
    }
}
