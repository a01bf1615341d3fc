package unroll.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
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

    static List<Arguments> lessons() throws ReadProblem {
        List<Arguments> all = new ArrayList<>();
        for (Language language : Language.values()) {
            for (int lesson = 0; lesson < Lessons.names().size(); lesson++) {
                all.add(Arguments.of(lesson, language));
            }
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void whoDoesWhatTheTextSaysComesToTheEnd(int lesson, Language language) throws TimeoutException {
        window.speak(language);
        new CourseWay(window, (step, when) -> {}).take(lesson);
    }
}
