package unroll.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.testfx.util.WaitForAsyncUtils;
import unroll.experiment.Experiment;
import unroll.io.DataFiles;
import unroll.io.ExperimentFile;
import unroll.io.ReadProblem;
import unroll.run.Jobs;
import unroll.run.RunStore;
import unroll.run.TraceService;
import unroll.ui.canvas.FrameClock;
import unroll.ui.export.Figures;
import unroll.ui.shell.Theme;
import unroll.ui.state.Appearance;
import unroll.ui.state.Laboratory;
import unroll.ui.state.LiveTraining;
import unroll.ui.state.Messages;
import unroll.ui.state.Workbench;

/** One view on a stage of its own with a whole workbench behind it, for tests of what its user does. */
public final class ViewOnStage implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 20;

    private final Messages messages = new Messages(Locale.ENGLISH);
    private final TraceService tracing = new TraceService(DataFiles.fromWorkingFolder());
    private final Jobs jobs = new Jobs();
    private final Appearance appearance = new Appearance();
    private final FrameClock clock = new FrameClock();
    private final Figures figures = new Figures();
    private final Workbench workbench;

    /** A workbench that keeps its runs in a folder. */
    public ViewOnStage(Path folder) {
        workbench = new Workbench(new Laboratory(messages, tracing, new LiveTraining(jobs, new RunStore(folder))));
    }

    /**
     * Shows a view; to be called on the JavaFX thread.
     *
     * @param view the name of its FXML file
     */
    public void show(Stage stage, String view, double width, double height) {
        Theme.loadFonts();
        FXMLLoader loader = new FXMLLoader(ViewOnStage.class.getResource("/fxml/" + view + ".fxml"), messages);
        loader.setControllerFactory(this::controller);
        Parent root;
        try {
            root = loader.load();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        Scene scene = new Scene(root);
        Theme.follow(scene, appearance);
        clock.during(workbench.busy(), workbench::pull);
        SharedStage.show(stage, scene, width, height);
    }

    /** Gives the one constructor of a controller the services of the types that it asks for. */
    private Object controller(Class<?> type) {
        List<Object> services = List.of(workbench, messages, appearance, clock, figures);
        Constructor<?> constructor = type.getConstructors()[0];
        Object[] arguments = Stream.of(constructor.getParameterTypes())
                .map(wanted ->
                        services.stream().filter(wanted::isInstance).findFirst().orElseThrow())
                .toArray();
        try {
            return constructor.newInstance(arguments);
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException(broken);
        }
    }

    public Workbench workbench() {
        return workbench;
    }

    public Messages messages() {
        return messages;
    }

    public Appearance appearance() {
        return appearance;
    }

    /** Opens a built-in experiment, with other values in some fields, and waits for its trace. */
    public void open(String name, String... pathsAndValues) {
        Experiment experiment;
        try {
            ExperimentFile file = ExperimentFile.builtIn(name);
            for (int i = 0; i < pathsAndValues.length; i += 2) {
                file = file.with(pathsAndValues[i], pathsAndValues[i + 1]);
            }
            experiment = file.experiment();
        } catch (ReadProblem broken) {
            throw new IllegalStateException(broken);
        }
        inFx(() -> workbench.open(experiment));
        waitUntil(() -> isTraced(experiment));
    }

    /** Whether the trace on the screen is of the experiment as it stands. */
    public boolean isUpToDate() {
        return isTraced(workbench.experiment().get());
    }

    private boolean isTraced(Experiment experiment) {
        return workbench.setup().get() != null
                && workbench.setup().get().experiment().equals(experiment);
    }

    /** Does something on the JavaFX thread and waits until it is done and laid out. */
    public static void inFx(Runnable action) {
        WaitForAsyncUtils.waitForAsyncFx(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS), action);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Waits for a condition that is asked on the JavaFX thread. */
    public static void waitUntil(BooleanSupplier condition) {
        try {
            WaitForAsyncUtils.waitFor(
                    PATIENCE_SECONDS,
                    TimeUnit.SECONDS,
                    () -> WaitForAsyncUtils.waitForAsyncFx(
                            TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS), condition::getAsBoolean));
        } catch (TimeoutException late) {
            throw new AssertionError("waited too long", late);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Override
    public void close() {
        if (!Platform.isFxApplicationThread()) {
            inFx(workbench::close);
        }
        tracing.close();
        jobs.close();
    }
}
