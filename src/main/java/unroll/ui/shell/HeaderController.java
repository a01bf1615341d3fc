package unroll.ui.shell;

import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;
import unroll.experiment.Curve;
import unroll.experiment.Experiment;
import unroll.experiment.Metric;
import unroll.plot.NumberFormat;
import unroll.run.Snapshot;
import unroll.ui.compare.CompareMenuController;
import unroll.ui.state.Appearance;
import unroll.ui.state.Messages;
import unroll.ui.state.Workbench;

/** The bar at the top: what is open, the training, and how the window looks. */
public final class HeaderController {
    private static final KeyCombination OPEN = new KeyCodeCombination(KeyCode.O, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination SAVE = new KeyCodeCombination(KeyCode.S, KeyCombination.SHORTCUT_DOWN);

    private final Workbench workbench;
    private final Appearance appearance;
    private final Messages messages;
    private final ExperimentFiles files;
    private final LessonMenu lessons;
    private Runnable onExport = () -> {};
    private Runnable onHelp = () -> {};
    private Runnable onCheck = () -> {};

    @FXML
    private HBox bar;

    @FXML
    private MenuButton lessonMenu;

    @FXML
    private MenuButton experimentMenu;

    @FXML
    private Button trainButton;

    @FXML
    private FontIcon trainIcon;

    @FXML
    private Label progress;

    @FXML
    private CompareMenuController compareMenuController;

    @FXML
    private ToggleButton guideToggle;

    @FXML
    private ToggleButton panelsToggle;

    @FXML
    private ToggleButton sideToggle;

    @FXML
    private FontIcon themeIcon;

    @FXML
    private MenuButton lookMenu;

    public HeaderController(
            Workbench workbench, Appearance appearance, ExperimentFiles files, LessonMenu lessons, Messages messages) {
        this.workbench = workbench;
        this.appearance = appearance;
        this.files = files;
        this.lessons = lessons;
        this.messages = messages;
    }

    @FXML
    private void initialize() {
        new LookMenu(appearance, messages).fill(lookMenu.getItems());
        appearance.dark().subscribe(dark -> themeIcon.setIconLiteral(dark ? "fth-sun" : "fth-moon"));
        fillExperiments();
        lessons.install(lessonMenu);
        workbench.experiment().subscribe(this::showExperiment);
        workbench.training().subscribe(this::showTraining);
        workbench.snapshot().subscribe(this::showProgress);
    }

    private void fillExperiments() {
        for (String name : files.builtIn()) {
            experimentMenu.getItems().add(item(name, () -> files.openBuiltIn(name)));
        }
        MenuItem open = item(messages.text("shell.open"), this::open);
        open.setAccelerator(OPEN);
        MenuItem save = item(messages.text("shell.save"), this::save);
        save.setAccelerator(SAVE);
        experimentMenu
                .getItems()
                .addAll(new SeparatorMenuItem(), open, save, item(messages.text("shell.saveCase"), this::saveCase));
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> action.run());
        return item;
    }

    /** Ties the toggles to the panes that they fold, by the ids of the panes. */
    void connect(Map<String, BooleanProperty> shown, Runnable export, Runnable help, Runnable check) {
        guideToggle.selectedProperty().bindBidirectional(shown.get("guide"));
        panelsToggle.selectedProperty().bindBidirectional(shown.get("panels"));
        sideToggle.selectedProperty().bindBidirectional(shown.get("side"));
        onExport = export;
        onHelp = help;
        onCheck = check;
    }

    private void showExperiment(Experiment opened) {
        experimentMenu.setText(opened == null ? messages.text("shell.experiments") : opened.name());
        trainButton.setDisable(opened == null);
    }

    private void showTraining(boolean training) {
        trainButton.setText(messages.text(training ? "shell.pause" : "shell.train"));
        trainIcon.setIconLiteral(training ? "fth-pause" : "fth-play");
    }

    private void showProgress(Snapshot latest) {
        if (latest == null) {
            progress.setText(messages.text("shell.untrained"));
            return;
        }
        String iteration = messages.text(
                "shell.iteration", NumberFormat.count(latest.progress().iteration()));
        Curve losses = latest.metrics().of(Metric.TRAIN_LOSS);
        String loss = losses.isEmpty()
                ? ""
                : messages.text("shell.loss", NumberFormat.format(losses.value(losses.size() - 1)));
        progress.setText(iteration + loss);
    }

    /** Trains, or pauses. */
    @FXML
    void train() {
        if (workbench.training().get()) {
            workbench.pause();
        } else {
            workbench.train();
        }
    }

    /** Shows the start page, or goes back from it. */
    @FXML
    private void home() {
        boolean nothingOpen = workbench.experiment().get() == null;
        workbench.home().set(nothingOpen || !workbench.home().get());
    }

    /** Opens the menu of what to compare with. */
    void compareWith() {
        compareMenuController.show();
    }

    /** Asks for a file and opens the experiment in it. */
    void open() {
        files.open(bar.getScene().getWindow());
    }

    private void saveCase() {
        files.saveCase(bar.getScene().getWindow());
    }

    /** Asks for a file and saves the experiment to it. */
    void save() {
        files.save(bar.getScene().getWindow());
    }

    @FXML
    private void export() {
        onExport.run();
    }

    @FXML
    private void toggleTheme() {
        appearance.dark().set(!appearance.dark().get());
    }

    @FXML
    private void present() {
        appearance.presenting().set(true);
    }

    @FXML
    private void check() {
        onCheck.run();
    }

    @FXML
    private void help() {
        onHelp.run();
    }
}
