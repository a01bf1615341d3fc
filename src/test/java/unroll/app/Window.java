package unroll.app;

import java.nio.file.Path;
import java.util.Locale;
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
import unroll.ui.state.Workbench;

/** The whole window on a home folder of its own, for tests. */
final class Window implements AutoCloseable {
    private static final int SECONDS = 20;

    private final Wiring wiring;

    private Window(Wiring wiring) {
        this.wiring = wiring;
    }

    /** Opens it with nothing in it; on the JavaFX thread. */
    static Window open(Stage stage, Path home) {
        Wiring wiring = new Wiring(new Home(home), Locale.ENGLISH);
        SharedStage.show(stage, wiring.scene(1440, 900), 1440, 900);
        wiring.shell().restore(WindowLayout.DEFAULT);
        return new Window(wiring);
    }

    Wiring wiring() {
        return wiring;
    }

    Workbench workbench() {
        return wiring.workbench();
    }

    /** Opens one of the built-in experiments and waits for its trace. */
    void openExperiment(String name) throws TimeoutException {
        WaitForAsyncUtils.waitForAsyncFx(SECONDS * 1000L, () -> wiring.files().openBuiltIn(name));
        await(() -> workbench().debugger().get() != null);
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
        wiring.close();
    }
}
