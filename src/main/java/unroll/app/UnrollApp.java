package unroll.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.application.Application;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import unroll.io.Home;
import unroll.io.ReadProblem;
import unroll.io.WriteProblem;
import unroll.ui.state.Appearance;
import unroll.ui.state.Notice;

/** The window. */
public final class UnrollApp extends Application {
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;
    private static final double LEAST_WIDTH = 1000;
    private static final double LEAST_HEIGHT = 640;

    private SettingsFile settingsFile;
    private Wiring wiring;
    private Stage stage;
    private Optional<Locale> language = Optional.empty();

    @Override
    public void start(Stage primary) {
        stage = primary;
        Home home = Home.ofUser();
        settingsFile = new SettingsFile(home.settings());
        Settings settings = Settings.DEFAULT;
        Optional<String> spoilt = Optional.empty();
        try {
            settings = settingsFile.read();
        } catch (ReadProblem problem) {
            spoilt = Optional.of(problem.getMessage());
        }
        language = settings.language();
        wiring = new Wiring(home, language.orElse(Locale.ENGLISH));
        Thread.currentThread().setUncaughtExceptionHandler((thread, fault) -> tell("app.fault", fault.toString()));
        show(settings);
        open(getParameters().getRaw());
        spoilt.ifPresent(reason -> tell("app.spoiltSettings", reason));
    }

    private void tell(String key, String reason) {
        wiring.workbench().notice().set(Notice.warning(wiring.messages().text(key, reason)));
    }

    private void show(Settings settings) {
        Settings.Window window = settings.window().orElse(new Settings.Window(WIDTH, HEIGHT, false));
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        restore(wiring.appearance(), settings);
        stage.setTitle(wiring.messages().text("shell.title"));
        stage.setScene(wiring.scene(
                Math.min(window.width(), screen.getWidth()), Math.min(window.height(), screen.getHeight())));
        stage.setFullScreenExitHint(wiring.messages().text("app.presenterHint"));
        stage.fullScreenProperty().subscribe(full -> {
            if (!full) {
                wiring.appearance().presenting().set(false);
            }
        });
        stage.show();
        // Some window managers open a window at its least size, whatever its scene asks for.
        stage.setWidth(Math.min(window.width(), screen.getWidth()));
        stage.setHeight(Math.min(window.height(), screen.getHeight()));
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        stage.setMaximized(window.maximized());
        wiring.shell().restore(settings.layout());
    }

    private static void restore(Appearance appearance, Settings settings) {
        appearance.dark().set(settings.dark());
        appearance.textSize().set(settings.textSize());
        appearance.reducedMotion().set(settings.reducedMotion());
    }

    /** Opens the file that was named, or what a first visit begins with. */
    private void open(List<String> arguments) {
        if (arguments.isEmpty()) {
            wiring.lessons().openFirst();
        } else {
            wiring.files().open(Path.of(arguments.get(0)));
        }
    }

    @Override
    public void stop() {
        wiring.appearance().presenting().set(false);
        // What is kept of the window's layout is the usual one.
        wiring.comparison().close();
        wiring.close();
        try {
            settingsFile.write(settings());
        } catch (WriteProblem unwritable) {
            // The window is gone, and what is lost is only how it was divided.
        }
    }

    private Settings settings() {
        Appearance appearance = wiring.appearance();
        Settings.Window window = new Settings.Window(stage.getWidth(), stage.getHeight(), stage.isMaximized());
        return new Settings(
                Optional.of(window),
                wiring.shell().layout(),
                appearance.dark().get(),
                appearance.textSize().get(),
                appearance.reducedMotion().get(),
                language);
    }
}
