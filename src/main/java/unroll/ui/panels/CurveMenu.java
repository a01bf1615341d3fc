package unroll.ui.panels;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.stage.DirectoryChooser;
import unroll.ui.state.Messages;
import unroll.ui.state.Notice;
import unroll.ui.state.Workbench;

/** Which runs are shown and how: the menu of the curves. */
final class CurveMenu {
    private static final List<Double> SMOOTHINGS = List.of(0.0, 0.6, 0.9, 0.97);

    private final MenuButton button;
    private final TrainedRuns runs;
    private final KeptRuns kept;
    private final Workbench workbench;
    private final Messages messages;
    private final Runnable onRuns;
    private final BooleanProperty logX = new SimpleBooleanProperty(this, "logX");
    private final BooleanProperty seeds = new SimpleBooleanProperty(this, "seeds");
    private final BooleanProperty baselines = new SimpleBooleanProperty(this, "baselines", true);
    private final DoubleProperty smoothing = new SimpleDoubleProperty(this, "smoothing");
    private final Menu smooth;
    private final MenuItem note;

    /**
     * Fills a button's menu each time it opens.
     *
     * @param onRuns is told when other runs are shown
     */
    CurveMenu(
            MenuButton button,
            TrainedRuns runs,
            KeptRuns kept,
            Workbench workbench,
            Messages messages,
            Runnable onRuns) {
        this.button = button;
        this.runs = runs;
        this.kept = kept;
        this.workbench = workbench;
        this.messages = messages;
        this.onRuns = onRuns;
        this.smooth = smoothings();
        this.note = new MenuItem(messages.text("panels.note"));
        fill(List.of());
        button.setOnShowing(event -> kept.latest(this::fill));
    }

    BooleanProperty logX() {
        return logX;
    }

    /** Whether runs that differ in their seed only are one curve in a band. */
    BooleanProperty seeds() {
        return seeds;
    }

    BooleanProperty baselines() {
        return baselines;
    }

    /** The weight of the past. */
    DoubleProperty smoothing() {
        return smoothing;
    }

    void setOnNote(Runnable action) {
        note.setOnAction(event -> action.run());
    }

    private Menu smoothings() {
        Menu menu = new Menu(messages.text("panels.smoothing"));
        ToggleGroup group = new ToggleGroup();
        for (double weight : SMOOTHINGS) {
            RadioMenuItem item = new RadioMenuItem(
                    weight == 0
                            ? messages.text("panels.smoothing.none")
                            : messages.text("panels.smoothing.weight", String.format(Locale.ROOT, "%s", weight)));
            item.setToggleGroup(group);
            item.setSelected(weight == 0);
            item.setOnAction(event -> smoothing.set(weight));
            menu.getItems().add(item);
        }
        return menu;
    }

    private void fill(List<Path> folders) {
        List<MenuItem> items = button.getItems();
        items.clear();
        items.add(check("panels.logX", logX));
        items.add(smooth);
        items.add(check("panels.baselines", baselines));
        items.add(check("panels.seeds", seeds));
        items.add(note);
        items.add(new SeparatorMenuItem());
        items.add(title(runs.others().isEmpty() ? "panels.noRuns" : "panels.runs"));
        for (ShownRun run : runs.others()) {
            if (!runs.isFetched(run.name())) {
                items.add(run(run.name(), runs.isShown(run), () -> runs.toggle(run)));
            }
        }
        items.add(keptRuns(folders));
    }

    private Menu keptRuns(List<Path> folders) {
        Menu menu = new Menu(messages.text("panels.keptRuns"));
        for (Path folder : folders) {
            String name = folder.getFileName().toString();
            menu.getItems().add(run(name, runs.isFetched(name), () -> fetch(folder)));
        }
        MenuItem other = new MenuItem(messages.text("panels.otherRun"));
        other.setOnAction(event -> choose());
        menu.getItems().addAll(new SeparatorMenuItem(), other);
        return menu;
    }

    private MenuItem title(String key) {
        MenuItem title = new MenuItem(messages.text(key));
        title.setDisable(true);
        return title;
    }

    private CheckMenuItem check(String key, BooleanProperty property) {
        CheckMenuItem item = new CheckMenuItem(messages.text(key));
        item.setSelected(property.get());
        item.setOnAction(event -> property.set(item.isSelected()));
        return item;
    }

    private CheckMenuItem run(String name, boolean shown, Runnable toggle) {
        CheckMenuItem item = new CheckMenuItem(name);
        item.setMnemonicParsing(false);
        item.setSelected(shown);
        item.setOnAction(event -> {
            toggle.run();
            onRuns.run();
        });
        return item;
    }

    /** Reads a run's curves, or lets it go. */
    void fetch(Path folder) {
        kept.read(
                folder,
                (name, run) -> {
                    runs.fetch(name, run);
                    onRuns.run();
                },
                problem -> workbench.notice().set(Notice.warning(problem)));
    }

    private void choose() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(messages.text("panels.otherRunTitle"));
        File chosen = chooser.showDialog(button.getScene().getWindow());
        if (chosen != null) {
            fetch(chosen.toPath());
        }
    }
}
