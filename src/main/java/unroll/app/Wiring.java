package unroll.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;
import unroll.io.DataFiles;
import unroll.io.Home;
import unroll.run.Jobs;
import unroll.run.RunStore;
import unroll.run.TraceService;
import unroll.ui.canvas.FrameClock;
import unroll.ui.export.FigureWriting;
import unroll.ui.export.Figures;
import unroll.ui.shell.ExperimentFiles;
import unroll.ui.shell.LessonShelf;
import unroll.ui.shell.ShellController;
import unroll.ui.state.Appearance;
import unroll.ui.state.Laboratory;
import unroll.ui.state.LiveTraining;
import unroll.ui.state.Messages;
import unroll.ui.state.Workbench;
import unroll.ui.transport.Player;

/** Makes all services, once a window, and puts them together. */
final class Wiring implements AutoCloseable {
    private final Messages messages;
    private final Appearance appearance = new Appearance();
    private final FrameClock clock = new FrameClock();
    private final Figures figures = new Figures();
    private final Jobs jobs = new Jobs();
    private final TraceService tracing = new TraceService(DataFiles.fromWorkingFolder());
    private final Workbench workbench;
    private final ExperimentFiles files;
    private final LessonShelf lessons;
    private final FXMLLoader loader;

    Wiring(Home home, Locale language) {
        messages = new Messages(language);
        LiveTraining training = new LiveTraining(jobs, new RunStore(home.runs()));
        workbench = new Workbench(new Laboratory(messages, tracing, training));
        files = new ExperimentFiles(workbench, messages);
        lessons = new LessonShelf(workbench, messages);
        clock.during(workbench.busy(), workbench::pull);
        loader = new FXMLLoader(Wiring.class.getResource("/fxml/shell.fxml"), messages);
        loader.setControllerFactory(new Controllers(
                messages,
                appearance,
                clock,
                figures,
                workbench,
                files,
                lessons,
                new Player(workbench, clock),
                new FigureWriting(jobs, clock)));
    }

    /** Loads all views; to be called once. */
    Parent window() {
        try {
            return loader.load();
        } catch (IOException broken) {
            throw new UncheckedIOException("a view can't be loaded", broken);
        }
    }

    ShellController shell() {
        return loader.getController();
    }

    Messages messages() {
        return messages;
    }

    Appearance appearance() {
        return appearance;
    }

    Workbench workbench() {
        return workbench;
    }

    ExperimentFiles files() {
        return files;
    }

    LessonShelf lessons() {
        return lessons;
    }

    /** Ends all threads; what was trained is kept first. */
    @Override
    public void close() {
        workbench.close();
        tracing.close();
        jobs.close();
    }
}
