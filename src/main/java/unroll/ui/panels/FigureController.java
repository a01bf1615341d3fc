package unroll.ui.panels;

import java.util.Optional;
import java.util.function.IntFunction;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import unroll.core.optim.UpdateRule;
import unroll.core.trace.Trace;
import unroll.debug.Debugger;
import unroll.debug.Knowledge;
import unroll.debug.Program;
import unroll.plot.Described;
import unroll.plot.Painter;
import unroll.plot.Wording;
import unroll.plot.panel.PanelFigure;
import unroll.plot.panel.Remark;
import unroll.plot.panel.Sample;
import unroll.run.NewestFirst;
import unroll.ui.canvas.CopyAsText;
import unroll.ui.canvas.FrameClock;
import unroll.ui.canvas.PaintedPane;
import unroll.ui.canvas.Showing;
import unroll.ui.export.Figures;
import unroll.ui.panels.Measuring.Answer;
import unroll.ui.panels.Measuring.Request;
import unroll.ui.state.Messages;
import unroll.ui.state.Workbench;

/**
 * A panel that shows one of the figures over the trace. Each trace is measured in the background, once and only while the
 * panel can be seen; the debugger's moves draw what was measured again. While measurements can't keep up with new traces,
 * the latest one that is ready is shown.
 */
public final class FigureController {
    /** After so long without a figure of this network the panel says that it is being measured, ns. */
    private static final long PATIENCE = 300_000_000;

    private final Workbench workbench;
    private final Figures figures;
    private final Messages messages;
    private final Wording wording;
    private final NewestFirst<Request, Answer> worker;
    private final FrameClock clock;
    private final BooleanProperty waiting = new SimpleBooleanProperty(this, "waiting");
    private ObservableValue<Boolean> showing;
    private PanelFigure figure = PanelFigure.GRADIENT_FLOW;
    private Request asked;
    private long askedAt;
    private Answer answer;

    @FXML
    private HBox head;

    @FXML
    private PaintedPane pane;

    @FXML
    private FigureToolsController toolsController;

    @FXML
    private WeightEntryController entryController;

    public FigureController(
            Workbench workbench, Figures figures, Measuring measuring, FrameClock clock, Messages messages) {
        this.workbench = workbench;
        this.figures = figures;
        this.messages = messages;
        this.wording = new Wording(messages);
        this.worker = measuring.worker();
        this.clock = clock;
    }

    @FXML
    private void initialize() {
        showing = Showing.of(pane);
        showing.subscribe(shown -> ask());
        workbench.trace().subscribe(trace -> {
            toolsController.offerFor(figure, trace);
            ask();
        });
        workbench.debugger().subscribe(at -> ask());
        toolsController.options().subscribe(chosen -> ask());
        clock.during(waiting, this::look);
        CopyAsText.install(pane, () -> CopyAsText.tableOf(pane));
        entryController.install(pane, () -> show(workbench.debugger().get()));
    }

    /** Puts the chooser of panels on the left of the head. */
    void setChooser(Node chooser) {
        if (!head.getChildren().contains(chooser)) {
            head.getChildren().add(0, chooser);
        }
    }

    /** Shows a figure. */
    void show(PanelFigure chosen) {
        if (chosen != figure) {
            answer = null;
            pane.setPainter(null);
        }
        figure = chosen;
        pane.setId(chosen.id() + "Pane");
        figures.offer(chosen.id(), pane, () -> figure == chosen && showing.getValue() && pane.getPainter() != null);
        figures.offerFilm(chosen.id(), this::film);
        toolsController.offerFor(figure, workbench.trace().get());
        entryController.offer(figure == PanelFigure.WEIGHTS);
        ask();
    }

    private void ask() {
        Trace trace = workbench.trace().get();
        if (trace == null || !showing.getValue()) {
            return;
        }
        UpdateRule rule = workbench.setup().get().experiment().training().rule();
        Sample sample =
                new Sample(trace, workbench.row(), rule, workbench.iterations().carried());
        Request request = new Request(sample, figure, toolsController.options().getValue());
        if (!request.equals(asked)) {
            asked = request;
            askedAt = 0;
            worker.request(request);
            waiting.set(true);
        }
        show(workbench.debugger().get());
    }

    /** Takes the latest answer, be it to an older request. */
    private void look(long now) {
        askedAt = askedAt == 0 ? now : askedAt;
        worker.latest()
                .filter(latest -> latest.request().figure() == figure && !latest.equals(answer))
                .ifPresent(latest -> {
                    answer = latest;
                    show(workbench.debugger().get());
                });
        if (answer != null && answer.request().equals(asked)) {
            waiting.set(false);
        } else if (now - askedAt > PATIENCE && !fits()) {
            paint(new Remark(messages.text("panels.measuring")));
        }
    }

    /** Whether what was measured is of a network and a length like those that the debugger stands in. */
    private boolean fits() {
        Trace trace = workbench.trace().get();
        return answer != null
                && trace != null
                && answer.request().sample().trace().steps() == trace.steps()
                && answer.request().sample().trace().network().equals(trace.network());
    }

    private void show(Debugger at) {
        if (at == null || answer == null && workbench.trace().get() == null) {
            pane.setPainter(null);
            return;
        }
        if (fits()) {
            Knowledge knowledge = new Knowledge(at, answer.request().sample().trace());
            Optional<Painter> painter = answer.measured().map(measured -> measured.at(knowledge, wording));
            paint(painter.orElseGet(() -> new Remark(messages.text("panels.failed", answer.problem()))));
        }
    }

    /** The figure as it was measured last, at any cursor; what could not be measured says so in every picture. */
    private IntFunction<Painter> film() {
        Answer last = answer;
        Painter now = pane.getPainter();
        if (last == null || last.measured().isEmpty()) {
            return cursor -> now;
        }
        Program program = workbench.debugger().get().program();
        Trace trace = last.request().sample().trace();
        return cursor -> last.measured().get().at(new Knowledge(program, cursor, trace), wording);
    }

    private void paint(Painter painter) {
        pane.setPainter(entryController.marked(painter));
        String title = messages.text("panels.panel." + figure.id());
        pane.setAccessibleText(painter instanceof Described told ? title + ": " + told.description() : title);
    }
}
