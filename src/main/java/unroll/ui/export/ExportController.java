package unroll.ui.export;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.util.StringConverter;
import unroll.plot.Painter;
import unroll.plot.Palette;
import unroll.plot.Size;
import unroll.plot.Tabular;
import unroll.plot.export.Exporter;
import unroll.plot.export.FileFormat;
import unroll.ui.canvas.PaintedPane;
import unroll.ui.state.Messages;
import unroll.ui.state.Notice;
import unroll.ui.state.Workbench;

/** Asks what is to be exported and how, and has it written. What goes wrong is said beside the button. */
public final class ExportController {
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");
    private static final List<Integer> RESOLUTIONS = List.of(96, 150, 300, 600);
    private static final int USUAL_RESOLUTION = 300;
    private static final int SMALLEST = 50;
    private static final int LARGEST = 10_000;

    private final Figures figures;
    private final FigureWriting writing;
    private final Workbench workbench;
    private final Messages messages;
    private Runnable onClose = () -> {};

    @FXML
    private VBox card;

    @FXML
    private ToggleGroup formats;

    @FXML
    private ComboBox<String> figureBox;

    @FXML
    private HBox formatBox;

    @FXML
    private Label formatNote;

    @FXML
    private Label sizeLabel;

    @FXML
    private HBox sizeBox;

    @FXML
    private TextField widthField;

    @FXML
    private TextField heightField;

    @FXML
    private Label dpiLabel;

    @FXML
    private HBox dpiRow;

    @FXML
    private ComboBox<Integer> dpiBox;

    @FXML
    private Label pixelsLabel;

    @FXML
    private Label coloursLabel;

    @FXML
    private ComboBox<Colours> coloursBox;

    @FXML
    private Label message;

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
        choices(figureBox, List.of(), id -> messages.text("export.figure." + id));
        choices(dpiBox, RESOLUTIONS, dpi -> messages.text("export.dpiValue", dpi));
        choices(
                coloursBox,
                List.of(Colours.values()),
                colours -> messages.text("export.colours." + colours.name().toLowerCase(Locale.ROOT)));
        dpiBox.setValue(USUAL_RESOLUTION);
        coloursBox.setValue(Colours.SCREEN);
        for (FileFormat format : FileFormat.values()) {
            formatBox.getChildren().add(formatButton(format));
        }
        formats.selectToggle(formats.getToggles().get(0));
        formats.selectedToggleProperty().subscribe(this::chooseFormat);
        showFormat();
        figureBox.valueProperty().subscribe(this::chooseFigure);
        widthField.textProperty().subscribe(this::showPixels);
        heightField.textProperty().subscribe(this::showPixels);
        dpiBox.valueProperty().subscribe(this::showPixels);
        saveButton
                .disableProperty()
                .bind(writing.active().or(figureBox.valueProperty().isNull()));
    }

    private <T> void choices(ComboBox<T> box, List<T> items, Function<T, String> name) {
        box.getItems().setAll(items);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(T item) {
                return item == null ? "" : name.apply(item);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("nothing is typed here");
            }
        });
    }

    private ToggleButton formatButton(FileFormat format) {
        ToggleButton button = new ToggleButton(format.name());
        button.setUserData(format);
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
        figureBox.getItems().setAll(available);
        figureBox.setValue(
                available.contains(before)
                        ? before
                        : available.stream().findFirst().orElse(null));
        say(available.isEmpty() ? messages.text("export.nothing") : "", available.isEmpty());
        saveButton.requestFocus();
    }

    private void chooseFigure(String id) {
        if (id != null) {
            PaintedPane pane = figures.pane(id);
            widthField.setText(Long.toString(Math.round(pane.getWidth() / pane.zoom())));
            heightField.setText(Long.toString(Math.round(pane.getHeight() / pane.zoom())));
            boolean table = pane.getPainter() instanceof Tabular;
            for (Toggle toggle : formats.getToggles()) {
                ((Node) toggle).setDisable(((FileFormat) toggle.getUserData()).isTable() && !table);
            }
            if (!table && format().isTable()) {
                formats.selectToggle(formats.getToggles().get(0));
            }
        }
    }

    private FileFormat format() {
        return (FileFormat) formats.getSelectedToggle().getUserData();
    }

    private void chooseFormat(Toggle before, Toggle now) {
        if (now == null) {
            before.setSelected(true);
        } else {
            showFormat();
        }
    }

    private void showFormat() {
        FileFormat format = format();
        formatNote.setText(messages.text("export.format." + format.name()));
        boolean picture = !format.isTable();
        show(picture, sizeLabel, sizeBox, coloursLabel, coloursBox);
        show(format == FileFormat.PNG, dpiLabel, dpiRow);
    }

    private static void show(boolean shown, Node... nodes) {
        for (Node node : nodes) {
            node.setVisible(shown);
            node.setManaged(shown);
        }
    }

    private void showPixels() {
        pixelsLabel.setText(exporter()
                .map(exporter -> {
                    double factor = (double) exporter.dpi() / Exporter.LOGICAL_DPI;
                    return messages.text(
                            "export.pixels",
                            Math.round(exporter.size().width() * factor),
                            Math.round(exporter.size().height() * factor));
                })
                .orElse(""));
    }

    /** Empty while the typed size can't be used or nothing is chosen. */
    private Optional<Exporter> exporter() {
        OptionalInt width = length(widthField);
        OptionalInt height = length(heightField);
        if (width.isEmpty() || height.isEmpty() || figureBox.getValue() == null) {
            return Optional.empty();
        }
        Palette screen = figures.pane(figureBox.getValue()).palette().get();
        return Optional.of(new Exporter(
                new Size(width.getAsInt(), height.getAsInt()),
                coloursBox.getValue().palette(screen),
                dpiBox.getValue()));
    }

    private static OptionalInt length(TextField field) {
        String typed = field.getText().strip();
        int length = typed.matches("\\d{1,6}") ? Integer.parseInt(typed) : 0;
        return length >= SMALLEST && length <= LARGEST ? OptionalInt.of(length) : OptionalInt.empty();
    }

    @FXML
    private void save() {
        if (exporter().isEmpty()) {
            say(messages.text("export.badSize"), true);
            return;
        }
        FileFormat format = format();
        FileChooser chooser = new FileChooser();
        chooser.setTitle(messages.text("export.chooserTitle"));
        chooser.setInitialFileName(figureBox.getValue() + format.ending());
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(format.name(), "*" + format.ending()));
        File chosen = chooser.showSaveDialog(card.getScene().getWindow());
        if (chosen != null) {
            write(withEnding(chosen.toPath(), format));
        }
    }

    private static Path withEnding(Path file, FileFormat format) {
        String name = file.getFileName().toString();
        boolean hasIt = name.toLowerCase(Locale.ROOT).endsWith(format.ending());
        return hasIt ? file : file.resolveSibling(name + format.ending());
    }

    /** Writes the chosen figure as it is set. */
    void write(Path file) {
        say(messages.text("export.writing", file.getFileName()), false);
        Painter painter = figures.pane(figureBox.getValue()).getPainter();
        writing.write(painter, exporter().orElseThrow(), file, this::done, problem -> say(problem, true));
    }

    private void done(Path file) {
        workbench.notice().set(Notice.info(messages.text("export.done", file)));
        onClose.run();
    }

    @FXML
    private void cancel() {
        onClose.run();
    }

    private void say(String text, boolean error) {
        message.setText(text);
        message.pseudoClassStateChanged(ERROR, error);
        show(!text.isEmpty(), message);
    }
}
