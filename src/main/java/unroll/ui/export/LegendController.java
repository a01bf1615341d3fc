package unroll.ui.export;

import java.util.Locale;
import javafx.fxml.FXML;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import unroll.plot.export.Lettering;
import unroll.ui.canvas.ChoiceNames;
import unroll.ui.state.Messages;

/** The colours of an exported figure, and what is written below it: what made it, unless something else is typed. */
public final class LegendController {
    private final Messages messages;
    private Runnable onChange = () -> {};
    private String origin = "";

    @FXML
    private GridPane root;

    @FXML
    private ComboBox<Colours> coloursBox;

    @FXML
    private CheckBox captionBox;

    @FXML
    private TextField captionField;

    public LegendController(Messages messages) {
        this.messages = messages;
    }

    @FXML
    private void initialize() {
        coloursBox.getItems().setAll(Colours.values());
        coloursBox.setConverter(new ChoiceNames<>(
                colours -> messages.text("export.colours." + colours.name().toLowerCase(Locale.ROOT))));
        coloursBox.setValue(Colours.SCREEN);
        captionField.disableProperty().bind(captionBox.selectedProperty().not());
        coloursBox.valueProperty().subscribe((before, now) -> onChange.run());
        captionBox.selectedProperty().subscribe((before, now) -> onChange.run());
        captionField.textProperty().subscribe((before, now) -> onChange.run());
    }

    /** Is told of every change. */
    void setOnChange(Runnable action) {
        onChange = action;
    }

    void show(boolean shown) {
        root.setVisible(shown);
        root.setManaged(shown);
    }

    /** What made the figure; it takes the place of what it said before, but not of what was typed. */
    void setOrigin(String made) {
        boolean untouched = captionField.getText().equals(origin);
        origin = made;
        if (untouched) {
            captionField.setText(made);
        }
    }

    Colours colours() {
        return coloursBox.getValue();
    }

    Lettering lettering(double points) {
        return new Lettering(points, captionBox.isSelected() ? captionField.getText() : "", origin);
    }
}
