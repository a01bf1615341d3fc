package unroll.app;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import javafx.stage.Stage;
import org.testfx.util.WaitForAsyncUtils;
import unroll.debug.Debugger;
import unroll.io.Home;
import unroll.ui.SharedStage;
import unroll.ui.shell.WindowLayout;
import unroll.ui.state.Language;
import unroll.ui.state.Workbench;

/** The whole window on a home folder of its own, for tests. */
final class Window implements AutoCloseable {
    private static final int SECONDS = 20;

    private final MainWindow window;
    private final Stage stage;

    private Window(MainWindow window, Stage stage) {
        this.window = window;
        this.stage = stage;
    }

    /** Opens it with nothing in it; on the JavaFX thread. */
    static Window open(Stage stage, Path home) {
        MainWindow window = new MainWindow(stage, new Home(home), Language.ENGLISH);
        window.show(1440, 900, WindowLayout.DEFAULT);
        // Tests share one stage, whatever size the last one left it in.
        SharedStage.show(stage, stage.getScene(), 1440, 900);
        return new Window(window, stage);
    }

    /** That of the views which are shown now. */
    Wiring wiring() {
        return window.wiring();
    }

    /** What it stands on; its scene is another one after another language was chosen. */
    Stage stage() {
        return stage;
    }

    Workbench workbench() {
        return wiring().workbench();
    }

    /** Opens one of the built-in experiments and waits for its trace. */
    void openExperiment(String name) throws TimeoutException {
        WaitForAsyncUtils.waitForAsyncFx(SECONDS * 1000L, () -> wiring().files().openBuiltIn(name));
        await(() -> workbench().debugger().get() != null);
    }

    /** Chooses a language as the menu does, and waits for the views in it. */
    void speak(Language language) throws TimeoutException {
        WaitForAsyncUtils.waitForAsyncFx(
                SECONDS * 1000L, () -> wiring().appearance().language().set(language));
        await(() -> wiring().messages().getLocale().equals(language.locale()));
    }

    /** Waits until a condition holds, asked on the JavaFX thread. */
    void await(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                SECONDS, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(SECONDS * 1000L, condition));
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** What the debugger says, asked on the JavaFX thread. */
    boolean debugger(Predicate<Debugger> question) {
        WaitForAsyncUtils.waitForFxEvents();
        return WaitForAsyncUtils.waitForAsyncFx(
                SECONDS * 1000L, () -> question.test(workbench().debugger().get()));
    }

    @Override
    public void close() {
        window.close();
    }
}
