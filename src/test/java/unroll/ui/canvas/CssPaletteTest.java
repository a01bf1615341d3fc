package unroll.ui.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import unroll.plot.Palette;
import unroll.ui.SharedStage;
import unroll.ui.shell.Theme;
import unroll.ui.state.Appearance;

@ExtendWith(ApplicationExtension.class)
class CssPaletteTest {
    private final Appearance appearance = new Appearance();
    private final CssPalette palette = new CssPalette();

    @Start
    private void start(Stage stage) {
        Scene scene = new Scene(new StackPane(palette));
        Theme.follow(scene, appearance);
        SharedStage.show(stage, scene, 100, 100);
    }

    @Test
    void theStyleSheetsHaveTheColoursOfThePalettes(FxRobot robot) {
        assertEquals(Palette.light(), palette.palette().get());
        robot.interact(() -> {
            appearance.dark().set(true);
            palette.applyCss();
        });
        assertEquals(Palette.dark(), palette.palette().get());
    }

    @Test
    void aChangeOfThemeIsOneChangeOfThePalette(FxRobot robot) {
        int[] changes = {0};
        robot.interact(() -> {
            palette.palette().get();
            palette.palette().addListener(observable -> changes[0]++);
            appearance.dark().set(true);
            palette.applyCss();
        });
        assertEquals(1, changes[0]);
    }
}
