package unroll.app;

import java.io.IOException;
import java.io.UncheckedIOException;
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
import unroll.ui.export.FigureWriting;
import unroll.ui.export.Figures;
import unroll.ui.lesson.LessonSession;
import unroll.ui.lesson.LessonShelf;
import unroll.ui.panels.Measuring;
import unroll.ui.shell.ExperimentFiles;
import unroll.ui.shell.LessonMenu;
import unroll.ui.shell.ShellController;
import unroll.ui.shell.Theme;
import unroll.ui.state.Appearance;
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
    private final Measuring measuring = new Measuring();
    private final Workbench workbench;
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
        clock.during(workbench.busy(), workbench::pull);
        FXMLLoader views = new FXMLLoader(Wiring.class.getResource("/fxml/shell.fxml"), messages);
        views.setControllerFactory(new Controllers(
                messages,
                appearance,
                clock,
                services.jobs(),
                new Figures(),
                measuring,
                workbench,
                files,
                session,
                lessons,
                services.gallery(),
                new LessonMenu(workbench, lessons, session, messages),
                new Player(workbench, clock),
                new FigureWriting(services.jobs(), clock)));
        return views;
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
        Scene scene = new Scene(load(), width, height);
        Theme.follow(scene, appearance);
        // Otherwise the first button had the focus, and with it the space bar.
        scene.getRoot().requestFocus();
        return scene;
    }

    private Parent load() {
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

    /** Ends the training; what was trained is kept. */
    @Override
    public void close() {
        clock.close();
        workbench.close();
        measuring.close();
    }
}
