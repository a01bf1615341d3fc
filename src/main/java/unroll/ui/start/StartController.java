package unroll.ui.start;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import unroll.io.BuiltIn;
import unroll.lesson.Lesson;
import unroll.plot.gallery.PreviewPainter;
import unroll.ui.canvas.FrameClock;
import unroll.ui.canvas.PaintedPane;
import unroll.ui.lesson.LessonShelf;
import unroll.ui.shell.ExperimentFiles;
import unroll.ui.state.Messages;
import unroll.ui.state.Workbench;

/** The start page: the lessons as a path, with what is done and what comes next, and the experiments as a gallery. */
public final class StartController {
    private final Workbench workbench;
    private final LessonShelf shelf;
    private final ExperimentFiles files;
    private final Gallery gallery;
    private final Messages messages;
    private final BooleanProperty waiting = new SimpleBooleanProperty(this, "waiting");
    private final Map<String, PaintedPane> pictures = new LinkedHashMap<>();

    @FXML
    private Node root;

    @FXML
    private Label courseState;

    @FXML
    private VBox path;

    @FXML
    private Hyperlink forgetButton;

    @FXML
    private Button continueButton;

    @FXML
    private VBox forgetQuestion;

    @FXML
    private FlowPane tiles;

    public StartController(
            Workbench workbench,
            LessonShelf shelf,
            ExperimentFiles files,
            Gallery gallery,
            FrameClock clock,
            Messages messages) {
        this.workbench = workbench;
        this.shelf = shelf;
        this.files = files;
        this.gallery = gallery;
        this.messages = messages;
        clock.during(waiting, now -> look());
    }

    @FXML
    private void initialize() {
        root.visibleProperty().bind(workbench.home());
        root.managedProperty().bind(workbench.home());
        for (String name : BuiltIn.experiments()) {
            tiles.getChildren().add(tile(name));
        }
        workbench.home().subscribe(shown -> {
            if (shown) {
                show();
            }
            waiting.set(shown && gallery.isWaiting());
        });
    }

    private void show() {
        ask(false);
        shelf.whenRead(this::showPath);
        gallery.want(BuiltIn.experiments());
    }

    private void showPath(List<Lesson> lessons) {
        path.getChildren().clear();
        Set<Lesson> done = lessons.stream()
                .filter(lesson -> shelf.progress(lesson).finished())
                .collect(Collectors.toSet());
        Optional<Lesson> next =
                lessons.stream().filter(lesson -> !done.contains(lesson)).findFirst();
        for (Lesson lesson : lessons) {
            PathState state = done.contains(lesson)
                    ? PathState.DONE
                    : next.equals(Optional.of(lesson)) ? PathState.NEXT : PathState.LATER;
            PathRow row = new PathRow(lesson, state, shelf.progress(lesson), messages);
            row.setOnAction(event -> shelf.open(lesson));
            path.getChildren().add(row);
        }
        int minutes = lessons.stream()
                .filter(lesson -> !done.contains(lesson))
                .mapToInt(Lesson::minutes)
                .sum();
        courseState.setText(messages.text("start.state", done.size(), lessons.size(), minutes));
        boolean begun =
                lessons.stream().anyMatch(lesson -> shelf.progress(lesson).isBegun());
        forgetButton.setVisible(begun);
        continueButton.setText(messages.text(begun ? "start.continue" : "start.begin"));
        continueButton.setDisable(lessons.isEmpty());
        continueButton.setOnAction(event -> shelf.open(next.orElse(lessons.get(0))));
    }

    private Node tile(String name) {
        PaintedPane picture = new PaintedPane();
        picture.getStyleClass().add("preview");
        picture.setMouseTransparent(true);
        picture.setPainter(new PreviewPainter(gallery.of(name).map(preview -> preview.states())));
        pictures.put(name, picture);
        Label title = new Label(messages.text("start.experiment." + name));
        title.getStyleClass().add("tile-title");
        Label line = new Label(messages.text("start.experiment." + name + ".line"));
        line.setWrapText(true);
        line.getStyleClass().addAll("muted", "tile-line");
        VBox content = new VBox(picture, title, line);
        content.getStyleClass().add("tile-content");
        CardButton tile = new CardButton(content, "tile");
        tile.setId("tile-" + name);
        tile.setAccessibleText(title.getText() + ". " + line.getText());
        tile.setOnAction(event -> files.openBuiltIn(name));
        return tile;
    }

    private void look() {
        gallery.pull(
                (name, preview) -> pictures.get(name).setPainter(new PreviewPainter(Optional.of(preview.states()))));
        waiting.set(workbench.home().get() && gallery.isWaiting());
    }

    private void ask(boolean asked) {
        forgetQuestion.setVisible(asked);
        forgetQuestion.setManaged(asked);
    }

    /** Asks before everything is forgotten. */
    @FXML
    private void askToForget() {
        forgetButton.setVisited(false);
        ask(true);
    }

    @FXML
    private void keep() {
        ask(false);
    }

    @FXML
    private void forget() {
        workbench.lesson().set(null);
        shelf.forgetAll();
        show();
    }
}
