package unroll.ui.check;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;
import unroll.check.Checking;
import unroll.check.Checks;
import unroll.check.Deviation;
import unroll.check.NumberCheck;
import unroll.check.Verdict;
import unroll.plot.NumberFormat;
import unroll.run.Job;
import unroll.run.Jobs;
import unroll.ui.canvas.FrameClock;
import unroll.ui.state.Messages;

/** Runs all checks in the background and lists what came of each; leaving the card cancels those that are left. */
public final class CheckController {
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

    private final Jobs jobs;
    private final Messages messages;
    private final Supplier<List<NumberCheck>> checks;
    private final BooleanProperty running = new SimpleBooleanProperty(this, "running");
    private Runnable onClose = () -> {};
    private Checking checking = new Checking(List.of());
    private Job<List<Verdict>> job;

    @FXML
    private VBox card;

    @FXML
    private ProgressBar progress;

    @FXML
    private TableView<Verdict> table;

    @FXML
    private TableColumn<Verdict, Verdict> outcomeColumn;

    @FXML
    private TableColumn<Verdict, String> nameColumn;

    @FXML
    private TableColumn<Verdict, String> errorColumn;

    @FXML
    private TableColumn<Verdict, String> toleranceColumn;

    @FXML
    private TableColumn<Verdict, String> placeColumn;

    @FXML
    private Label result;

    @FXML
    private Button againButton;

    @FXML
    private Button closeButton;

    /** A card for what the program brings along. */
    public CheckController(Jobs jobs, FrameClock clock, Messages messages) {
        this(jobs, clock, messages, Checks::builtIn);
    }

    /**
     * A card for any checks.
     *
     * @param checks makes the list anew for every run
     */
    CheckController(Jobs jobs, FrameClock clock, Messages messages, Supplier<List<NumberCheck>> checks) {
        this.jobs = jobs;
        this.checks = checks;
        this.messages = messages;
        clock.during(running, now -> look());
    }

    @FXML
    private void initialize() {
        outcomeColumn.setCellValueFactory(row -> new SimpleObjectProperty<>(row.getValue()));
        outcomeColumn.setCellFactory(column -> new OutcomeCell(messages));
        text(nameColumn, Verdict::name);
        text(errorColumn, verdict -> number(verdict, Deviation::error));
        text(toleranceColumn, verdict -> number(verdict, Deviation::tolerance));
        text(placeColumn, verdict -> verdict.deviation().map(Deviation::where).orElse(verdict.problem()));
        table.setSelectionModel(null);
        share(outcomeColumn, 0.06);
        share(nameColumn, 0.36);
        share(errorColumn, 0.13);
        share(toleranceColumn, 0.11);
        share(placeColumn, 0.31);
        againButton.disableProperty().bind(running);
        closeButton
                .textProperty()
                .bind(Bindings.when(running)
                        .then(messages.text("check.cancel"))
                        .otherwise(messages.text("check.close")));
        card.sceneProperty().subscribe(scene -> {
            if (scene == null) {
                checking.cancel();
            }
        });
    }

    /** Makes a column so wide a part of the table; a little is left for the scroll bar. */
    private void share(TableColumn<?, ?> column, double part) {
        column.prefWidthProperty().bind(table.widthProperty().multiply(part));
    }

    /** A column of texts, each in whole on hover. */
    private static void text(TableColumn<Verdict, String> column, Function<Verdict, String> text) {
        column.setCellValueFactory(row -> new SimpleObjectProperty<>(text.apply(row.getValue())));
        column.setCellFactory(any -> new TextCell());
    }

    private static String number(Verdict verdict, Function<Deviation, Double> number) {
        return verdict.deviation().map(number).map(NumberFormat::format).orElse("");
    }

    /**
     * Begins to check.
     *
     * @param close ends the card
     */
    public void open(Runnable close) {
        onClose = close;
        check();
    }

    /** Checks from the start. */
    @FXML
    void check() {
        if (running.get()) {
            return;
        }
        table.getItems().clear();
        checking = new Checking(checks.get());
        job = jobs.start(checking);
        running.set(true);
        look();
    }

    /** Takes what is done since the last look. */
    private void look() {
        boolean ended = job.isDone();
        List<Verdict> done = checking.verdicts();
        List<Verdict> latest = done.subList(table.getItems().size(), done.size());
        table.getItems().addAll(latest);
        table.scrollTo(done.size() - 1);
        progress.setProgress((double) done.size() / Math.max(1, checking.size()));
        say(done, ended);
        // A frame after the last lines came, when the table is laid out and can show them.
        if (ended && latest.isEmpty()) {
            running.set(false);
        }
    }

    private void say(List<Verdict> done, boolean ended) {
        long failed = done.stream().filter(verdict -> !verdict.passed()).count();
        boolean all = done.size() == checking.size();
        String key =
                !ended ? "check.running" : !all ? "check.cancelled" : failed == 0 ? "check.passed" : "check.failed";
        result.setText(messages.text(key, done.size(), checking.size(), failed));
        result.pseudoClassStateChanged(ERROR, failed > 0);
    }

    /** Cancels, or ends the card. */
    @FXML
    private void close() {
        if (running.get()) {
            checking.cancel();
        } else {
            onClose.run();
        }
    }
}
