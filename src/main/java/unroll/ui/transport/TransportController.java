package unroll.ui.transport;

import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;
import unroll.core.model.Phase;
import unroll.debug.Debugger;
import unroll.debug.Position;
import unroll.plot.NumberFormat;
import unroll.ui.state.Messages;
import unroll.ui.state.Notice;
import unroll.ui.state.Workbench;

/** The bar at the bottom: steps, play and its pace, where the debugger stands, and the timeline. */
public final class TransportController {
    private final Workbench workbench;
    private final Player player;
    private final Messages messages;

    @FXML
    private HBox root;

    @FXML
    private Button playButton;

    @FXML
    private FontIcon playIcon;

    @FXML
    private Slider speedSlider;

    @FXML
    private Label phaseLabel;

    @FXML
    private Button stepButton;

    @FXML
    private TextField stepField;

    @FXML
    private Label lineLabel;

    @FXML
    private Timeline timeline;

    @FXML
    private Label countLabel;

    public TransportController(Workbench workbench, Player player, Messages messages) {
        this.workbench = workbench;
        this.player = player;
        this.messages = messages;
    }

    @FXML
    private void initialize() {
        timeline.setOnMove(workbench::moveTo);
        workbench.debugger().subscribe(this::show);
        workbench.playing().subscribe(this::showPlaying);
        speedSlider.setValue(log2(workbench.speed().get()));
        speedSlider.valueProperty().subscribe(value -> workbench.speed().set(Math.pow(2, value.doubleValue())));
        stepField.focusedProperty().subscribe(focused -> {
            if (!focused) {
                endGoTo();
            }
        });
        endGoTo();
    }

    private static double log2(double value) {
        return Math.log(value) / Math.log(2);
    }

    private void show(Debugger at) {
        root.setDisable(at == null);
        timeline.show(at, workbench.stops());
        if (at == null) {
            return;
        }
        Optional<Position> here = at.current();
        Phase phase = here.map(Position::phase).orElse(Phase.FORWARD);
        String name = phase.name().toLowerCase(Locale.ROOT);
        phaseLabel.setText(messages.text("transport.phase." + name).toUpperCase(messages.getLocale()));
        for (Phase each : Phase.values()) {
            phaseLabel.pseudoClassStateChanged(
                    PseudoClass.getPseudoClass(each.name().toLowerCase(Locale.ROOT)), each == phase);
        }
        stepButton.setText(here.map(position -> messages.text("transport.step", position.t()))
                .orElse(messages.text("transport.start")));
        lineLabel.setText(here.map(position ->
                        messages.text("transport.line", position.line().number()))
                .orElse(""));
        countLabel.setText(messages.text(
                "transport.count",
                NumberFormat.count(at.cursor()),
                NumberFormat.count(at.program().size())));
        timeline.setAccessibleText(phaseLabel.getText() + ", " + stepButton.getText() + ", " + lineLabel.getText());
    }

    private void showPlaying(boolean playing) {
        playButton.setText(messages.text(playing ? "transport.pause" : "transport.play"));
        playIcon.setIconLiteral(playing ? "fth-pause" : "fth-play");
    }

    @FXML
    private void backOut() {
        workbench.backOut();
    }

    @FXML
    private void backRun() {
        workbench.backRun();
    }

    @FXML
    private void backOver() {
        workbench.backOver();
    }

    @FXML
    private void backInto() {
        workbench.backInto();
    }

    @FXML
    private void into() {
        workbench.into();
    }

    @FXML
    private void over() {
        workbench.over();
    }

    @FXML
    private void run() {
        workbench.run();
    }

    @FXML
    private void out() {
        workbench.out();
    }

    @FXML
    private void play() {
        player.toggle();
    }

    /** Turns the step's number into a field to type another one in. */
    @FXML
    public void goToStep() {
        if (workbench.debugger().get() != null) {
            showField(true);
            stepField.clear();
            stepField.requestFocus();
        }
    }

    @FXML
    private void endGoTo() {
        showField(false);
    }

    private void showField(boolean typing) {
        stepField.setVisible(typing);
        stepField.setManaged(typing);
        stepButton.setVisible(!typing);
        stepButton.setManaged(!typing);
    }

    @FXML
    private void acceptStep() {
        Debugger at = workbench.debugger().get();
        String typed = stepField.getText().strip();
        int steps = at.program().steps();
        if (typed.matches("\\d{1,9}") && Integer.parseInt(typed) >= 1 && Integer.parseInt(typed) <= steps) {
            int line = at.current()
                    .or(at::next)
                    .map(position -> position.line().number())
                    .orElse(1);
            workbench.runTo(line, Integer.parseInt(typed));
        } else {
            workbench.notice().set(Notice.warning(messages.text("transport.noStep", typed, steps)));
        }
        timeline.requestFocus();
    }

    @FXML
    private void leaveOnEscape(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            timeline.requestFocus();
            event.consume();
        }
    }
}
