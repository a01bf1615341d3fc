package unroll.app;

import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import unroll.io.ReadProblem;
import unroll.lesson.Lessons;
import unroll.ui.state.Language;

/** Every lesson in the window, from its first step to its last. */
@ExtendWith(ApplicationExtension.class)
class CourseWayTest {
    @TempDir
    private static Path home;

    private Window window;

    @Start
    private void start(Stage stage) {
        window = Window.open(stage, home);
    }

    @AfterEach
    void close() {
        window.close();
    }

    static IntStream lessons() throws ReadProblem {
        return IntStream.range(0, Lessons.names().size());
    }

    /** The texts of both languages ask for the same, so that each lesson is taken in one of them. */
    @ParameterizedTest
    @MethodSource("lessons")
    void whoDoesWhatTheTextSaysComesToTheEnd(int lesson) throws TimeoutException {
        window.speak(lesson % 2 == 0 ? Language.ENGLISH : Language.CHINESE);
        new CourseWay(window, (step, when) -> {}).take(lesson);
    }
}
