package unroll.ui.compare;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import unroll.core.model.Preset;
import unroll.core.optim.Clipping;
import unroll.experiment.CellKind;
import unroll.experiment.Experiment;
import unroll.io.BuiltIn;
import unroll.io.ExperimentFile;
import unroll.io.ReadProblem;
import unroll.plot.NumberFormat;
import unroll.plot.Side;
import unroll.ui.state.Comparison;
import unroll.ui.state.Messages;
import unroll.ui.state.Notice;

/** What the open experiment can be compared with: itself but for one field, or another network on its data. */
public final class CompareMenuController {
    private static final double[] GAINS = {0.5, 0.8, 1, 1.2, 1.5, 2};
    private static final List<String> ACTIVATIONS = List.of("tanh", "relu", "sigmoid", "identity");
    private static final int SEEDS = 3;
    private static final String CLIPPED = "{\"kind\":\"norm\",\"threshold\":1}";
    private static final String UNCLIPPED = "{\"kind\":\"none\"}";

    private final Comparison comparison;
    private final KeptExperiments kept;
    private final Messages messages;

    @FXML
    private MenuButton menu;

    public CompareMenuController(Comparison comparison, KeptExperiments kept, Messages messages) {
        this.comparison = comparison;
        this.kept = kept;
        this.messages = messages;
    }

    @FXML
    private void initialize() {
        comparison.side(Side.A).experiment().subscribe(open -> menu.setDisable(open == null));
        // Without an item it would not open.
        menu.getItems().add(new SeparatorMenuItem());
        menu.setOnShowing(event -> fill(comparison.side(Side.A).experiment().get()));
    }

    /** Opens the menu, its first entry marked. */
    public void show() {
        menu.requestFocus();
        menu.show();
    }

    private void fill(Experiment open) {
        menu.getItems()
                .setAll(
                        cells(open),
                        changes("seed", "initialiser.seed", seeds(open)),
                        presets(open),
                        changes("gain", "initialiser.gain", gains(open)),
                        clipping(open),
                        new SeparatorMenuItem(),
                        builtIn(open),
                        runs());
        if (open.model().cell() == CellKind.RNN) {
            menu.getItems().add(1, activations(open));
        }
    }

    private Menu cells(Experiment open) {
        Stream<String> others = Arrays.stream(CellKind.values())
                .filter(kind -> kind != open.model().cell())
                .map(CellKind::id);
        return changes("cell", "model.cell", others);
    }

    private Menu activations(Experiment open) {
        String now = ExperimentFile.of(open).value("model.activation").orElse("");
        Stream<String> others = ACTIVATIONS.stream().filter(id -> !id.equals(now));
        return changes("activation", "model.activation", others);
    }

    private static Stream<String> seeds(Experiment open) {
        long now = open.initialiser().seed().orElse(open.seed());
        return LongStream.rangeClosed(1, SEEDS).mapToObj(i -> Long.toString(now + i));
    }

    private Menu presets(Experiment open) {
        Preset now = Preset.nearest(open.initialiser());
        Stream<String> others =
                Arrays.stream(Preset.values()).filter(each -> each != now).map(Preset::id);
        return changes("preset", "initialiser.preset", others);
    }

    private static Stream<String> gains(Experiment open) {
        double now = open.initialiser().recurrentGain();
        return DoubleStream.of(GAINS).filter(gain -> gain != now).mapToObj(NumberFormat::format);
    }

    private MenuItem clipping(Experiment open) {
        boolean clipped = !open.training().rule().clipping().equals(new Clipping.None());
        return item(
                messages.text(clipped ? "compare.with.unclipped" : "compare.with.clipped"),
                () -> comparison.with("clipping", clipped ? UNCLIPPED : CLIPPED));
    }

    private Menu changes(String key, String path, Stream<String> values) {
        Menu changes = new Menu(messages.text("compare.with." + key));
        values.forEach(value -> changes.getItems()
                .add(item(messages.text("compare.with." + key + ".value", value), () -> comparison.with(path, value))));
        return changes;
    }

    private Menu builtIn(Experiment open) {
        Menu others = new Menu(messages.text("compare.with.builtIn"));
        for (String name : BuiltIn.experiments()) {
            if (!name.equals(open.name())) {
                others.getItems().add(item(name, () -> compareWithBuiltIn(name)));
            }
        }
        return others;
    }

    private void compareWithBuiltIn(String name) {
        try {
            comparison.with(ExperimentFile.builtIn(name).experiment());
        } catch (ReadProblem problem) {
            comparison.side(Side.A).notice().set(Notice.error(messages.reason(problem)));
        }
    }

    private Menu runs() {
        Menu runs = new Menu(messages.text("compare.with.run"));
        MenuItem reading = item(messages.text("compare.with.reading"), () -> {});
        reading.setDisable(true);
        runs.getItems().add(reading);
        kept.read(found -> offer(runs, found));
        return runs;
    }

    private void offer(Menu runs, List<KeptExperiments.Kept> found) {
        runs.getItems().clear();
        for (KeptExperiments.Kept each : found) {
            runs.getItems().add(item(each.name(), () -> comparison.with(each.experiment())));
        }
        if (found.isEmpty()) {
            MenuItem none = item(messages.text("compare.with.noRuns"), () -> {});
            none.setDisable(true);
            runs.getItems().add(none);
        }
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> action.run());
        return item;
    }
}
