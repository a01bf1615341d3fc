package unroll.ui.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.stage.Stage;
import javafx.util.Subscription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class FrameClockTest {
    private final BooleanProperty needed = new SimpleBooleanProperty();
    private final AtomicInteger frames = new AtomicInteger();
    private Subscription registration;

    @Start
    private void start(Stage stage) {
        FrameClock clock = new FrameClock();
        registration = clock.during(needed, now -> frames.incrementAndGet());
        clock.during(new SimpleBooleanProperty(false), now -> frames.addAndGet(1000));
        stage.show();
    }

    @Test
    void aTaskRunsOnlyWhileItIsNeeded(FxRobot robot) {
        robot.sleep(100);
        assertEquals(0, frames.get());
        robot.interact(() -> needed.set(true));
        robot.sleep(200);
        assertTrue(frames.get() > 2, frames::toString);
        robot.interact(() -> needed.set(false));
        int before = frames.get();
        robot.sleep(100);
        assertEquals(before, frames.get());
    }

    @Test
    void whatIsUnregisteredRunsNoMore(FxRobot robot) {
        robot.interact(() -> needed.set(true));
        robot.interact(registration::unsubscribe);
        int before = frames.get();
        robot.sleep(100);
        assertEquals(before, frames.get());
    }
}
