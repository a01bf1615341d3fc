package unroll.ui.inspector;

import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import unroll.core.model.Site;
import unroll.debug.Debugger;
import unroll.debug.Knowledge;
import unroll.debug.Position;
import unroll.debug.measure.Measure;
import unroll.debug.measure.MeasureProblem;
import unroll.debug.measure.Reading;
import unroll.ui.state.Messages;
import unroll.ui.state.Workbench;

/** The numbers that are kept in sight: a few that always are, and those that the user has chosen or typed. */
public final class WatchesController {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final Workbench workbench;
    private final Messages messages;
    private final Watches watches;
    private WatchList watchList;

    @FXML
    private VBox section;

    @FXML
    private VBox watchBox;

    @FXML
    private VBox chosenBox;

    @FXML
    private TextField watchField;

    @FXML
    private Label watchProblem;

    public WatchesController(Workbench workbench, Messages messages) {
        this.workbench = workbench;
        this.messages = messages;
        this.watches = new Watches(messages);
    }

    @FXML
    private void initialize() {
        watchList = new WatchList(watchBox, messages);
        workbench.choices().watches().addListener((ListChangeListener<Measure>) change -> build());
        workbench.debugger().subscribe(this::show);
        watchField.textProperty().subscribe((before, now) -> say(""));
        say("");
        build();
    }

    private void build() {
        List<WatchEntry> entries = workbench.choices().watches().stream()
                .map(measure -> new WatchEntry(measure, workbench, messages))
                .toList();
        chosenBox.getChildren().setAll(entries);
        show(workbench.debugger().get());
    }

    private void show(Debugger at) {
        section.setVisible(at != null);
        section.setManaged(at != null);
        if (at == null) {
            return;
        }
        Knowledge knowledge = workbench.knowledge();
        int t = at.current().map(Position::t).orElse(1);
        int layer = at.current().map(position -> position.line().layer()).orElse(0);
        int watched = layer == Site.HEAD ? knowledge.trace().network().layers() - 1 : layer;
        watchList.show(watches.at(knowledge, workbench.row(), watched, t), t);
        chosenBox.getChildren().forEach(entry -> ((WatchEntry) entry).show(knowledge, at));
    }

    @FXML
    private void add() {
        if (workbench.trace().get() == null || watchField.getText().isBlank()) {
            return;
        }
        try {
            Measure measure = Measure.parse(watchField.getText());
            if (measure.reading() instanceof Reading.Whole) {
                measure.symbol().in(workbench.trace().get().network(), 0);
            } else {
                measure.in(workbench.trace().get().network(), 0);
            }
            workbench.choices().watch(measure);
            watchField.clear();
        } catch (MeasureProblem problem) {
            say(problem.getMessage());
        }
    }

    private void say(String problem) {
        watchProblem.setText(problem);
        watchProblem.setVisible(!problem.isEmpty());
        watchProblem.setManaged(!problem.isEmpty());
        watchField.pseudoClassStateChanged(WRONG, !problem.isEmpty());
    }
}
