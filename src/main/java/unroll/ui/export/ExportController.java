package unroll.ui.export;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import unroll.plot.Painter;
import unroll.plot.Tabular;
import unroll.plot.export.Exporter;
import unroll.ui.canvas.ChoiceNames;
import unroll.ui.canvas.PaintedPane;
import unroll.ui.state.Messages;
import unroll.ui.state.Notice;
import unroll.ui.state.Workbench;

/**
 * Asks what is to be exported and how, shows what will come of it, and has it written or copied. What goes wrong is said
 * beside the buttons.
 */
public final class ExportController {
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

    private final Figures figures;
    private final FigureWriting writing;
    private final Workbench workbench;
    private final Messages messages;
    private Runnable onClose = () -> {};
    private Draft draft;

    @FXML
    private VBox card;

    @FXML
    private ToggleGroup formats;

    @FXML
    private ComboBox<String> figureBox;

    @FXML
    private FlowPane formatBox;

    @FXML
    private Label formatNote;

    @FXML
    private SizeController sizeController;

    @FXML
    private FilmController filmController;

    @FXML
    private LegendController legendController;

    @FXML
    private PaintedPane preview;

    @FXML
    private ProgressBar progressBar;

    @FXML
    private Label message;

    @FXML
    private Button copyButton;

    @FXML
    private Button saveButton;

    public ExportController(Figures figures, FigureWriting writing, Workbench workbench, Messages messages) {
        this.figures = figures;
        this.writing = writing;
        this.workbench = workbench;
        this.messages = messages;
    }

    @FXML
    private void initialize() {
        draft = new Draft(
                figures,
                sizeController,
                filmController,
                legendController,
                () -> preview.palette().get(),
                messages);
        figureBox.setConverter(new ChoiceNames<>(id -> messages.text("export.figure." + id)));
        for (Output output : Output.values()) {
            formatBox.getChildren().add(formatButton(output));
        }
        formats.selectToggle(formats.getToggles().get(0));
        formats.selectedToggleProperty().subscribe(this::chooseFormat);
        figureBox.valueProperty().subscribe(this::chooseFigure);
        sizeController.setOnChange(this::showPreview);
        filmController.setOnChange(this::showPreview);
        legendController.setOnChange(this::showPreview);
        preview.palette().subscribe(this::showPreview);
        saveButton
                .disableProperty()
                .bind(writing.active().or(figureBox.valueProperty().isNull()));
        copyButton.disableProperty().bind(saveButton.disableProperty());
        writing.progress().subscribe(this::showProgress);
        showFormat();
    }

    private ToggleButton formatButton(Output output) {
        ToggleButton button =
                new ToggleButton(output == Output.FRAMES ? messages.text("export.frames") : output.name());
        button.setUserData(output);
        button.setToggleGroup(formats);
        return button;
    }

    /**
     * Prepares the card for what can be exported now.
     *
     * @param close ends the card
     */
    public void open(Runnable close) {
        onClose = close;
        List<String> available = figures.available();
        String before = figureBox.getValue();
        figureBox.setValue(null);
        figureBox.getItems().setAll(available);
        figureBox.setValue(
                available.contains(before)
                        ? before
                        : available.stream().findFirst().orElse(null));
        say(available.isEmpty() ? messages.text("export.nothing") : "", available.isEmpty());
        saveButton.requestFocus();
    }

    private Workbench shownWorkbench() {
        return Optional.ofNullable(figureBox.getValue()).flatMap(figures::other).orElse(workbench);
    }

    private void chooseFigure(String id) {
        if (id == null) {
            preview.setPainter(null);
            return;
        }
        PaintedPane pane = figures.pane(id);
        if (pane.getWidth() > 0) {
            sizeController.set(pane.getWidth() / pane.zoom(), pane.getHeight() / pane.zoom());
        }
        boolean table = pane.getPainter() instanceof Tabular;
        boolean film = figures.film(id).isPresent();
        for (Toggle toggle : formats.getToggles()) {
            Output output = (Output) toggle.getUserData();
            ((Node) toggle).setDisable(output.isTable() && !table || output.isFilm() && !film);
        }
        if (((Node) formats.getSelectedToggle()).isDisabled()) {
            formats.selectToggle(formats.getToggles().get(0));
        }
        filmController.open(shownWorkbench().debugger().get());
        showFormat();
    }

    private Output output() {
        return (Output) formats.getSelectedToggle().getUserData();
    }

    private void chooseFormat(Toggle before, Toggle now) {
        if (now == null) {
            before.setSelected(true);
        } else {
            showFormat();
        }
    }

    private void showFormat() {
        Output output = output();
        formatNote.setText(messages.text("export.format." + output.name().toLowerCase(Locale.ROOT)));
        sizeController.showFor(output);
        legendController.show(!output.isTable());
        filmController.show(output.isFilm());
        show(!output.isFilm(), copyButton);
        FigureOrigin origin = new FigureOrigin(shownWorkbench(), messages);
        Optional<String> own = Optional.ofNullable(figureBox.getValue()).flatMap(figures::origin);
        legendController.setOrigin(own.orElseGet(output.isFilm() ? origin::network : origin::withCursor));
        showPreview();
    }

    private static void show(boolean shown, Node... nodes) {
        for (Node node : nodes) {
            node.setVisible(shown);
            node.setManaged(shown);
        }
    }

    private void showPreview() {
        if (figureBox.getValue() != null) {
            preview.setPainter(draft.proof(figureBox.getValue(), output()).orElse(null));
        }
    }

    /** Says what is missing, if anything is. */
    private boolean isComplete() {
        Optional<String> missing = draft.missing(figureBox.getValue(), output());
        missing.ifPresent(expectation -> say(expectation, true));
        return missing.isEmpty();
    }

    @FXML
    private void save() {
        if (isComplete()) {
            new SaveDialog(messages)
                    .ask(figureBox.getValue(), output(), card.getScene().getWindow())
                    .ifPresent(this::write);
        }
    }

    /** Writes the chosen figure as it is set. */
    void write(Path file) {
        say(messages.text("export.writing", file.getFileName()), false);
        String figure = figureBox.getValue();
        Exporter exporter = draft.exporter().orElseThrow();
        if (output().isFilm()) {
            writing.write(draft.film(figure).orElseThrow(), exporter, file, this::done, this::fail);
        } else {
            writing.write(draft.painter(figure), exporter, file, this::done, this::fail);
        }
    }

    private void done(Path file) {
        workbench.notice().set(Notice.info(messages.text("export.done", file)));
        onClose.run();
    }

    private void fail(String problem) {
        say(problem.isEmpty() ? messages.text("export.cancelled") : problem, !problem.isEmpty());
    }

    @FXML
    private void copy() {
        if (!isComplete()) {
            return;
        }
        Painter painter = draft.painter(figureBox.getValue());
        if (output().isTable() && painter instanceof Tabular table) {
            FigureClipboard.put(table);
            copied();
        } else {
            writing.draw(
                    painter,
                    draft.exporter().orElseThrow(),
                    picture -> {
                        FigureClipboard.put(picture);
                        copied();
                    },
                    this::fail);
        }
    }

    private void copied() {
        say(messages.text("export.copied"), false);
    }

    private void showProgress(FigureWriting.Progress progress) {
        show(progress != null, progressBar);
        if (progress != null) {
            progressBar.setProgress((double) progress.done() / progress.frames());
            say(messages.text("export.filming", progress.done(), progress.frames()), false);
        }
    }

    /** Ends a film that is being written; else the card. */
    @FXML
    private void cancel() {
        if (writing.progress().get() != null) {
            writing.cancel();
        } else {
            onClose.run();
        }
    }

    private void say(String text, boolean error) {
        message.setText(text);
        message.pseudoClassStateChanged(ERROR, error);
        show(!text.isEmpty(), message);
    }
}
