package unroll.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Locale;
import java.util.Set;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;
import javafx.scene.Scene;
import unroll.io.DataFiles;
import unroll.io.Home;
import unroll.plot.Face;
import unroll.plot.Palette;
import unroll.plot.Role;
import unroll.plot.Surface;
import unroll.plot.tex.Caption;
import unroll.plot.tex.Formula;
import unroll.plot.tex.FormulaLayout;
import unroll.plot.tex.FormulaPainter;
import unroll.run.Jobs;
import unroll.run.RunStore;
import unroll.run.TraceService;
import unroll.ui.canvas.FrameClock;
import unroll.ui.compare.KeptExperiments;
import unroll.ui.compare.OtherSide;
import unroll.ui.export.FigureWriting;
import unroll.ui.export.Figures;
import unroll.ui.panels.Measuring;
import unroll.ui.shell.ExperimentFiles;
import unroll.ui.shell.LessonShelf;
import unroll.ui.shell.ShellController;
import unroll.ui.shell.Theme;
import unroll.ui.state.Appearance;
import unroll.ui.state.Comparison;
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
    private final Measuring measuring = new Measuring();
    private final TraceService tracing = new TraceService(DataFiles.fromWorkingFolder());
    private final TraceService otherTracing = new TraceService(DataFiles.fromWorkingFolder());
    private final Workbench workbench;
    private final Workbench otherWorkbench;
    private final Comparison comparison;
    private final ExperimentFiles files;
    private final LessonShelf lessons;
    private final FXMLLoader loader;

    Wiring(Home home, Locale language) {
        messages = new Messages(language);
        RunStore runs = new RunStore(home.runs());
        workbench = workbench(tracing, runs);
        otherWorkbench = workbench(otherTracing, runs);
        comparison = new Comparison(workbench, otherWorkbench, messages);
        files = new ExperimentFiles(workbench, messages);
        lessons = new LessonShelf(workbench, messages, jobs, clock);
        jobs.start(Wiring::warmUp);
        loader = new FXMLLoader(view("shell"), messages);
        loader.setControllerFactory(new Controllers(
                messages,
                appearance,
                clock,
                jobs,
                figures,
                measuring,
                workbench,
                files,
                lessons,
                comparison,
                new KeptExperiments(jobs, runs, clock),
                new OtherSide(this::ofOtherSide),
                new Player(workbench, clock),
                new FigureWriting(jobs, clock)));
    }

    private Workbench workbench(TraceService service, RunStore runs) {
        Workbench made = new Workbench(new Laboratory(messages, service, new LiveTraining(jobs, runs)));
        clock.during(made.busy(), made::pull);
        return made;
    }

    /** A view that the window has as well, of the other side of a comparison. */
    private FXMLLoader ofOtherSide(String name) {
        FXMLLoader other = new FXMLLoader(view(name), messages);
        other.setControllerFactory(
                new Controllers(messages, appearance, clock, jobs, figures.ofOtherSide(), otherWorkbench));
        load(other);
        return other;
    }

    private static URL view(String name) {
        return Wiring.class.getResource("/fxml/" + name + ".fxml");
    }

    /** The first figure needs fonts and drawing code: they load while the views do. */
    private static int warmUp() {
        Surface surface = new Surface(200, 100, 1);
        FormulaLayout formula = Formula.parse("h_t = \\tanh(W x_t)").layout(15);
        surface.paint(new FormulaPainter(formula, Role.FOREGROUND, Set.of()), Palette.light());
        Caption.of("time", Face.MEDIUM, 12);
        return surface.pixels()[0];
    }

    /** Loads all views and dresses them in the chosen look; to be called once. */
    Scene scene(double width, double height) {
        Theme.loadFonts();
        Scene scene = new Scene(load(loader), width, height);
        Theme.follow(scene, appearance);
        // Otherwise the first button had the focus, and with it the space bar.
        scene.getRoot().requestFocus();
        return scene;
    }

    private static Parent load(FXMLLoader view) {
        try {
            return view.load();
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

    Comparison comparison() {
        return comparison;
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
        otherWorkbench.close();
        tracing.close();
        otherTracing.close();
        measuring.close();
        jobs.close();
    }
}
