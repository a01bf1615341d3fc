package unroll.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.List;
import java.util.Set;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;
import javafx.scene.Scene;
import unroll.plot.Face;
import unroll.plot.Palette;
import unroll.plot.Role;
import unroll.plot.Surface;
import unroll.plot.tex.Caption;
import unroll.plot.tex.Formula;
import unroll.plot.tex.FormulaLayout;
import unroll.plot.tex.FormulaPainter;
import unroll.ui.canvas.FrameClock;
import unroll.ui.compare.KeptExperiments;
import unroll.ui.compare.OtherSide;
import unroll.ui.export.FigureWriting;
import unroll.ui.export.Figures;
import unroll.ui.lesson.LessonSession;
import unroll.ui.lesson.LessonShelf;
import unroll.ui.lesson.Presentation;
import unroll.ui.panels.KeptRuns;
import unroll.ui.panels.Measuring;
import unroll.ui.shell.ExperimentFiles;
import unroll.ui.shell.LessonMenu;
import unroll.ui.shell.ShellController;
import unroll.ui.shell.Theme;
import unroll.ui.state.Appearance;
import unroll.ui.state.Comparison;
import unroll.ui.state.Laboratory;
import unroll.ui.state.Language;
import unroll.ui.state.Messages;
import unroll.ui.state.Workbench;
import unroll.ui.transport.Player;

/**
 * Makes the views in one language and all that they listen to. Another language is another wiring, which takes over what
 * this one has: no view outlives its language, and nothing that lives on knows of a view.
 */
final class Wiring implements AutoCloseable {
    private final Services services;
    private final Messages messages;
    private final Appearance appearance;
    private final FrameClock clock = new FrameClock();
    private final Figures figures = new Figures();
    private final Measuring measuring = new Measuring();
    private final Workbench workbench;
    private final Workbench otherWorkbench;
    private final Comparison comparison;
    private final LessonSession session;
    private final LessonShelf lessons;
    private final ExperimentFiles files;
    private final FXMLLoader loader;

    /** The first wiring of a window. */
    Wiring(Services services, Language language) {
        this.services = services;
        messages = new Messages(language.locale());
        appearance = new Appearance().in(language);
        workbench = new Workbench(new Laboratory(messages, services.tracing(), services.training()));
        otherWorkbench = new Workbench(new Laboratory(messages, services.otherTracing(), services.otherTraining()));
        comparison = new Comparison(workbench, otherWorkbench, messages);
        session = new LessonSession(workbench, messages, services.progress());
        lessons = shelf();
        files = new ExperimentFiles(workbench, messages);
        services.jobs().start(Wiring::warmUp);
        loader = loader();
    }

    private Wiring(Wiring before, Language language) {
        services = before.services;
        messages = new Messages(language.locale());
        appearance = before.appearance.in(language);
        workbench = before.workbench.in(messages);
        otherWorkbench = before.otherWorkbench.in(messages);
        comparison = before.comparison.in(workbench, otherWorkbench, messages);
        session = before.session.in(workbench, messages);
        lessons = shelf();
        files = new ExperimentFiles(workbench, messages);
        loader = loader();
    }

    /** A wiring in another language that goes on where this one stands, which is of no use afterwards. */
    Wiring in(Language language) {
        clock.close();
        measuring.close();
        return new Wiring(this, language);
    }

    private LessonShelf shelf() {
        LessonShelf shelf =
                new LessonShelf(workbench, messages, services.jobs(), services.watch(), services.progress());
        shelf.install(clock);
        return shelf;
    }

    private FXMLLoader loader() {
        for (Workbench each : List.of(workbench, otherWorkbench)) {
            clock.during(each.busy(), each::pull);
        }
        FXMLLoader views = new FXMLLoader(view("shell"), messages);
        views.setControllerFactory(new Controllers(
                messages,
                appearance,
                clock,
                services.jobs(),
                figures,
                measuring,
                workbench,
                files,
                session,
                new Presentation(session),
                lessons,
                services.gallery(),
                new LessonMenu(workbench, lessons, session, messages),
                comparison,
                new KeptExperiments(services.jobs(), services.runs(), clock),
                new KeptRuns(services.jobs(), services.runs(), clock),
                new OtherSide(this::ofOtherSide),
                new Player(workbench, clock),
                new FigureWriting(services.jobs(), clock)));
        return views;
    }

    /** A view that the window has as well, of the other side of a comparison. */
    private FXMLLoader ofOtherSide(String name) {
        FXMLLoader other = new FXMLLoader(view(name), messages);
        other.setControllerFactory(new Controllers(
                messages, appearance, clock, services.jobs(), figures.ofOtherSide(otherWorkbench), otherWorkbench));
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

    /** Ends the training; what was trained is kept. */
    @Override
    public void close() {
        clock.close();
        workbench.close();
        otherWorkbench.close();
        measuring.close();
    }
}
