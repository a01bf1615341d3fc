package unroll.ui.lesson;

import java.util.Optional;
import javafx.beans.binding.DoubleExpression;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import unroll.lesson.Lesson;
import unroll.lesson.Picture;
import unroll.lesson.Step;
import unroll.ui.state.Appearance;
import unroll.ui.state.Messages;
import unroll.ui.state.Workbench;

/**
 * The step of a lesson as a class reads it from afar: its text as large as it fits, its question with the hands that were
 * raised, its task. The keys that lead on are told below.
 */
public final class PresentedController {
    private final LessonSession session;
    private final Presentation presentation;
    private final Appearance appearance;
    private final Messages messages;
    private final Workbench workbench;
    private final LiveText live;
    private final StepNodes nodes;
    private FittedText fitted;
    private Optional<HandsNodes> hands = Optional.empty();
    private Optional<VBox> taskCard = Optional.empty();

    @FXML
    private VBox root;

    @FXML
    private Label countLabel;

    @FXML
    private Label titleLabel;

    @FXML
    private ScrollPane scroll;

    @FXML
    private VBox body;

    @FXML
    private Label keysLabel;

    public PresentedController(
            LessonSession session,
            Presentation presentation,
            Appearance appearance,
            Workbench workbench,
            Messages messages) {
        this.session = session;
        this.presentation = presentation;
        this.appearance = appearance;
        this.workbench = workbench;
        this.messages = messages;
        this.live = new LiveText(workbench, messages);
        this.nodes = new StepNodes(session, prose(), messages);
    }

    private ProseNodes prose() {
        return new ProseNodes(live, this::picture, this::toolboxCard);
    }

    @FXML
    private void initialize() {
        root.visibleProperty()
                .bind(appearance
                        .presenting()
                        .and(session.page().isNotNull())
                        .and(workbench.home().not()));
        root.managedProperty().bind(root.visibleProperty());
        ObservableValue<Number> windowWidth = root.parentProperty()
                .map(parent -> (Region) parent)
                .flatMap(Region::widthProperty)
                .orElse(0);
        fitted = new FittedText(
                scroll,
                body,
                () -> appearance.textSize().get().pixels(),
                () -> windowWidth.getValue().doubleValue());
        root.prefWidthProperty().bind(fitted.share().multiply(DoubleExpression.doubleExpression(windowWidth)));
        fitted.install();
        appearance.textSize().subscribe(size -> fitted.fit());
        // A lesson that nobody presents is not set twice.
        root.visibleProperty().subscribe(this::show);
        session.page().subscribe(this::show);
        session.marked().subscribe(this::showState);
        session.reached().subscribe(this::showState);
        presentation.hands().subscribe(this::showState);
        workbench.debugger().subscribe(this::refresh);
        workbench.snapshot().subscribe(this::refresh);
        workbench.highlighted().subscribe(live::light);
    }

    /** What the keys of a presenter act on. */
    public Presentation presentation() {
        return presentation;
    }

    /** Stage and lanes stand beside the text already. */
    private Node picture(Picture picture, String caption) {
        if (picture instanceof Picture.Lane || picture instanceof Picture.Stage) {
            Label left = new Label();
            left.setManaged(false);
            return left;
        }
        return picture instanceof Picture.Figure figure
                ? new ToolboxFigure(figure.name(), caption, messages)
                : live.add(new LivePicture(
                                picture,
                                caption,
                                workbench,
                                messages,
                                session.page().get().lesson().source()))
                        .node();
    }

    private Node toolboxCard(String name) {
        Node card = new ToolboxCard(name, prose(), messages);
        refresh();
        return card;
    }

    private void show() {
        live.clear();
        body.getChildren().clear();
        hands = Optional.empty();
        taskCard = Optional.empty();
        LessonSession.Page page = session.page().get();
        if (page == null || !root.isVisible()) {
            return;
        }
        Lesson lesson = page.lesson();
        countLabel.setText(messages.text(
                "lesson.count",
                lesson.number(),
                page.index() + 1,
                lesson.steps().size()));
        titleLabel.setText(page.step().title());
        build(page.step());
        scroll.setVvalue(0);
        showState();
        refresh();
    }

    private void build(Step step) {
        body.getChildren().addAll(nodes.text(step.text()));
        step.prediction().ifPresent(prediction -> {
            VBox card = nodes.asking(prediction);
            HandsNodes shown = new HandsNodes(prediction);
            card.getChildren().add(shown.node());
            hands = Optional.of(shown);
            body.getChildren().add(card);
        });
        step.marking().ifPresent(marking -> body.getChildren().add(nodes.marking(marking)));
        step.task().ifPresent(task -> {
            VBox card = nodes.task(task);
            taskCard = Optional.of(card);
            body.getChildren().add(card);
        });
    }

    private void showState() {
        ShowOfHands raised = presentation.hands().get();
        if (raised != null) {
            hands.ifPresent(shown -> shown.show(raised));
            fitted.fit();
        }
        taskCard.ifPresent(nodes::showState);
        LessonSession.Page page = session.page().get();
        boolean end = page != null && page.isLast();
        keysLabel.setText(
                presentation.isAsking()
                        ? messages.text("lesson.hands.keys", raised.answers())
                        : messages.text(end ? "lesson.presented.end" : "lesson.presented.keys"));
    }

    private void refresh() {
        if (root.isVisible()) {
            live.refresh(session.measurements());
        }
    }
}
