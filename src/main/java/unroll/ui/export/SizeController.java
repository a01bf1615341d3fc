package unroll.ui.export;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import unroll.plot.NumberFormat;
import unroll.plot.Size;
import unroll.plot.export.Exporter;
import unroll.plot.export.LengthUnit;
import unroll.plot.export.Lettering;
import unroll.ui.canvas.ChoiceNames;
import unroll.ui.state.Messages;

/** How large a figure and its text become, and how many pixels it has. */
public final class SizeController {
    private static final List<Integer> RESOLUTIONS = List.of(96, 150, 192, 300, 600);
    private static final int USUAL_RESOLUTION = 300;

    /** Of films, which screens show. */
    private static final int FILM_RESOLUTION = 96;

    private static final List<Integer> POINTS = List.of(6, 7, 8, 9, 10, 11, 12, 14, 16, 18, 24);
    private static final double SMALLEST = 50;
    private static final double LARGEST = 10_000;

    private final Messages messages;
    private Runnable onChange = () -> {};
    private LengthUnit unit = LengthUnit.PX;

    @FXML
    private Label sizeLabel;

    @FXML
    private HBox sizeBox;

    @FXML
    private TextField widthField;

    @FXML
    private TextField heightField;

    @FXML
    private ComboBox<LengthUnit> unitBox;

    @FXML
    private Label textLabel;

    @FXML
    private HBox textRow;

    @FXML
    private ComboBox<Integer> pointsBox;

    @FXML
    private Label dpiLabel;

    @FXML
    private HBox dpiRow;

    @FXML
    private ComboBox<Integer> dpiBox;

    @FXML
    private Label pixelsLabel;

    public SizeController(Messages messages) {
        this.messages = messages;
    }

    @FXML
    private void initialize() {
        unitBox.getItems().setAll(LengthUnit.PX, LengthUnit.CM);
        unitBox.setConverter(new ChoiceNames<>(LengthUnit::symbol));
        unitBox.setValue(unit);
        pointsBox.getItems().setAll(POINTS);
        pointsBox.setConverter(new ChoiceNames<>(points -> messages.text("export.points", points)));
        pointsBox.setValue((int) Lettering.USUAL_POINTS);
        dpiBox.getItems().setAll(RESOLUTIONS);
        dpiBox.setConverter(new ChoiceNames<>(dpi -> messages.text("export.dpiValue", dpi)));
        dpiBox.setValue(USUAL_RESOLUTION);
        unitBox.valueProperty().subscribe((before, now) -> convert(now));
        widthField.textProperty().subscribe(this::change);
        heightField.textProperty().subscribe(this::change);
        dpiBox.valueProperty().subscribe(this::change);
        pointsBox.valueProperty().subscribe(this::change);
    }

    /** Is told of every change. */
    void setOnChange(Runnable action) {
        onChange = action;
    }

    /** Shows what matters for an output, and a resolution that is usual for it. */
    void showFor(Output output) {
        show(!output.isTable(), sizeLabel, sizeBox, textLabel, textRow);
        show(output.isPixels(), dpiLabel, dpiRow);
        if (output.isFilm() && dpi() == USUAL_RESOLUTION) {
            dpiBox.setValue(FILM_RESOLUTION);
        } else if (!output.isFilm() && dpi() == FILM_RESOLUTION) {
            dpiBox.setValue(USUAL_RESOLUTION);
        }
    }

    private static void show(boolean shown, Node... nodes) {
        for (Node node : nodes) {
            node.setVisible(shown);
            node.setManaged(shown);
        }
    }

    /** Types a size, px, in the chosen unit; what is too small becomes as small as can be. */
    void set(double width, double height) {
        widthField.setText(typed(Math.max(SMALLEST, width)));
        heightField.setText(typed(Math.max(SMALLEST, height)));
    }

    private String typed(double pixels) {
        return unit == LengthUnit.PX
                ? Long.toString(Math.round(pixels))
                : String.format(Locale.ROOT, "%.1f", unit.fromPixels(pixels));
    }

    private void convert(LengthUnit now) {
        Optional<Size> before = size();
        unit = now;
        before.ifPresent(size -> set(size.width(), size.height()));
    }

    private void change() {
        pixelsLabel.setText(size().map(size -> {
                    double factor = (double) dpi() / Exporter.LOGICAL_DPI;
                    return messages.text(
                            "export.pixels", Math.round(size.width() * factor), Math.round(size.height() * factor));
                })
                .orElse(""));
        onChange.run();
    }

    /** Empty while what is typed can't be a size. */
    Optional<Size> size() {
        OptionalDouble width = length(widthField);
        OptionalDouble height = length(heightField);
        return width.isPresent() && height.isPresent()
                ? Optional.of(new Size(width.getAsDouble(), height.getAsDouble()))
                : Optional.empty();
    }

    private OptionalDouble length(TextField field) {
        String typed = field.getText().strip();
        boolean isNumber = typed.matches(unit == LengthUnit.PX ? "\\d{1,6}" : "\\d{1,4}([.,]\\d{1,3})?");
        double pixels = isNumber ? unit.toPixels(Double.parseDouble(typed.replace(',', '.'))) : 0;
        return pixels >= SMALLEST && pixels <= LARGEST ? OptionalDouble.of(pixels) : OptionalDouble.empty();
    }

    /** What to type. */
    String expectation() {
        return unit == LengthUnit.PX
                ? messages.text("export.badSize")
                : messages.text(
                        "export.badLength",
                        NumberFormat.format(Math.ceil(unit.fromPixels(SMALLEST) * 10) / 10),
                        NumberFormat.format(Math.floor(unit.fromPixels(LARGEST))));
    }

    int dpi() {
        return dpiBox.getValue();
    }

    double points() {
        return pointsBox.getValue();
    }
}
