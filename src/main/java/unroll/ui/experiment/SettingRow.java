package unroll.ui.experiment;

import java.util.Optional;
import javafx.beans.DefaultProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One setting: its name, which explains itself on hover, its control, and below it what is wrong, if anything is. */
@DefaultProperty("control")
public final class SettingRow extends VBox {
    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

    private final Label name = new Label();
    private final Tooltip explanation = new Tooltip();
    private final Label problem = new Label();
    private final HBox line = new HBox();
    private Control control;

    public SettingRow() {
        getStyleClass().add("setting");
        name.getStyleClass().add("setting-name");
        name.setWrapText(true);
        name.setTooltip(explanation);
        explanation.setWrapText(true);
        explanation.getStyleClass().add("explanation");
        problem.getStyleClass().add("problem");
        problem.setWrapText(true);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        line.getStyleClass().add("setting-line");
        line.getChildren().addAll(name, space);
        getChildren().addAll(line, problem);
        say(Optional.empty());
    }

    public String getName() {
        return name.getText();
    }

    public void setName(String text) {
        name.setText(text);
        describe();
    }

    public String getTip() {
        return explanation.getText();
    }

    /** What the setting does, in a sentence or two. */
    public void setTip(String text) {
        explanation.setText(text);
        describe();
    }

    public Control getControl() {
        return control;
    }

    /** What sets it; once a row. */
    public void setControl(Control setter) {
        control = setter;
        line.getChildren().add(setter);
        name.setLabelFor(setter);
        describe();
    }

    private void describe() {
        if (control != null) {
            control.setAccessibleText(getName());
            control.setAccessibleHelp(getTip());
        }
    }

    /** Says what is wrong with the setting, or that nothing is. */
    void say(Optional<String> wrong) {
        problem.setText(wrong.orElse(""));
        problem.setVisible(wrong.isPresent());
        problem.setManaged(wrong.isPresent());
        markWrong(wrong.isPresent());
    }

    /** Marks what stands in the control as wrong, or as good. */
    void markWrong(boolean wrong) {
        if (control != null) {
            control.pseudoClassStateChanged(DANGER, wrong);
        }
    }

    void setShown(boolean shown) {
        setVisible(shown);
        setManaged(shown);
    }
}
