package unroll.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import unroll.plot.Palette;
import unroll.ui.canvas.PaintedPane;
import unroll.ui.state.TextSize;

/** Every view in both themes, from the smallest window to the largest text. */
@ExtendWith(ApplicationExtension.class)
class ViewsTest {
    @TempDir
    private static Path home;

    private Window window;
    private Stage stage;

    @Start
    private void start(Stage primary) {
        stage = primary;
        window = Window.open(primary, home);
    }

    @AfterEach
    void close() {
        window.close();
    }

    @ParameterizedTest
    @CsvSource({
        "1100, 700, NORMAL, false",
        "1440, 900, NORMAL, true",
        "1920, 1080, LARGEST, false",
        "1920, 1080, LARGEST, true"
    })
    void allViewsShowTheExperimentAndNoBarCutsItsTexts(
            double width, double height, TextSize text, boolean dark, FxRobot robot) throws TimeoutException {
        robot.interact(() -> {
            // Hidden meanwhile: the screen of the tests can't take a picture that was painted for another size.
            stage.hide();
            stage.setWidth(width);
            stage.setHeight(height);
            stage.show();
            window.wiring().appearance().textSize().set(text);
            window.wiring().appearance().dark().set(dark);
        });
        window.openExperiment("vanishing");
        robot.interact(() -> window.workbench().stepping().out());
        for (String id : List.of("stagePane", "lanesPane", "curvesPane")) {
            PaintedPane pane = robot.lookup("#" + id).query();
            assertTrue(pane.getWidth() > 200 && pane.getHeight() > 60, id + " is " + pane.getBoundsInParent());
            assertEquals(dark ? Palette.dark() : Palette.light(), pane.palette().get(), id);
            assertTrue(pane.getPainter() != null, id);
        }
        assertEquals(List.of(), cutTexts(robot, ".header", ".transport", ".tabs"));
    }

    private static List<String> cutTexts(FxRobot robot, String... bars) {
        List<String> cut = new ArrayList<>();
        for (String bar : bars) {
            for (Node parent : robot.lookup(bar).queryAll()) {
                Set<Node> labels = parent.lookupAll(".label, .button, .toggle-button, .menu-button");
                labels.stream()
                        .filter(node -> node instanceof Labeled label
                                && isShown(label)
                                && !label.getText().isEmpty())
                        .map(Labeled.class::cast)
                        .filter(label -> label.getWidth() < Math.floor(label.prefWidth(-1)))
                        .forEach(label -> cut.add(bar + " " + label.getText()));
            }
        }
        return cut;
    }

    private static boolean isShown(Region region) {
        for (Node node = region; node != null; node = node.getParent()) {
            if (!node.isVisible()) {
                return false;
            }
        }
        return true;
    }
}
