package unroll.ui.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.geometry.Bounds;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import unroll.plot.Box;
import unroll.plot.Hit;
import unroll.plot.Painter;
import unroll.plot.Palette;
import unroll.ui.SharedStage;

@ExtendWith(ApplicationExtension.class)
class PaintedPaneTest {
    private record Half(String side) implements Hit.Target {}

    /** Red all over; its left half can be hit. */
    private static final class RedPainter implements Painter {
        private final AtomicInteger paintings = new AtomicInteger();
        private final List<Double> widths = new ArrayList<>();

        @Override
        public void paint(Graphics2D g, double width, double height, Palette palette) {
            paintings.incrementAndGet();
            widths.add(width);
            g.setColor(Color.RED);
            g.fillRect(0, 0, (int) width, (int) height);
        }

        @Override
        public Optional<Hit> at(double x, double y, double width, double height) {
            return x < width / 2
                    ? Optional.of(new Hit("left", new Box(0, 0, width / 2, height), new Half("left")))
                    : Optional.empty();
        }
    }

    private final RedPainter painter = new RedPainter();
    private PaintedPane pane;
    private StackPane parent;

    @Start
    private void start(Stage stage) {
        pane = new PaintedPane();
        parent = new StackPane(pane);
        pane.setPainter(painter);
        SharedStage.show(stage, new Scene(parent), 200, 100);
    }

    private int paintings() {
        WaitForAsyncUtils.waitForFxEvents();
        return painter.paintings.get();
    }

    @Test
    void whatThePainterDrawsIsOnTheScreen(FxRobot robot) {
        Bounds bounds = robot.bounds(pane).query();
        javafx.scene.paint.Color middle = robot.capture(pane)
                .getImage()
                .getPixelReader()
                .getColor((int) bounds.getWidth() / 2, (int) bounds.getHeight() / 2);
        assertEquals(javafx.scene.paint.Color.RED, middle);
    }

    @Test
    void manyRequestsBetweenTwoPulsesAreOnePainting(FxRobot robot) {
        int before = paintings();
        robot.interact(() -> {
            for (int i = 0; i < 100; i++) {
                pane.repaint();
            }
        });
        assertEquals(before + 1, paintings());
    }

    @Test
    void nothingIsPaintedWhileNothingChanges(FxRobot robot) {
        int before = paintings();
        robot.interact(parent::requestLayout);
        robot.sleep(100);
        assertEquals(before, paintings());
    }

    @Test
    void whatIsHiddenIsNotPaintedUntilItIsShownAgain(FxRobot robot) {
        int before = paintings();
        robot.interact(() -> parent.setVisible(false));
        robot.interact(pane::repaint);
        robot.sleep(100);
        assertEquals(before, paintings());
        robot.interact(() -> parent.setVisible(true));
        robot.sleep(100);
        assertEquals(before + 1, paintings());
    }

    @Test
    void theMouseFindsHits(FxRobot robot) {
        List<Hit> clicked = new ArrayList<>();
        robot.interact(() -> pane.setOnHit(clicked::add));
        Bounds bounds = robot.bounds(pane).query();
        robot.clickOn(bounds.getMinX() + 20, bounds.getMinY() + 50);
        assertEquals(new Half("left"), pane.hovered().get().target());
        robot.clickOn(bounds.getMinX() + 180, bounds.getMinY() + 50);
        assertNull(pane.hovered().get());
        assertEquals(1, clicked.size());
    }

    @Test
    void largerTextEnlargesTheFigure(FxRobot robot) {
        robot.interact(() -> pane.setStyle("-pane-text: 26px"));
        paintings();
        assertEquals(2, pane.zoom());
        assertEquals(100, painter.widths.get(painter.widths.size() - 1));
        assertTrue(pane.hitAt(90, 10).isPresent());
        assertFalse(pane.hitAt(110, 10).isPresent());
    }
}
