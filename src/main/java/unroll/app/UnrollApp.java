package unroll.app;

import java.nio.file.Files;
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
import unroll.ui.state.Language;
import unroll.ui.state.Notice;

/** The program with its window. */
public final class UnrollApp extends Application {
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;
    private static final double LEAST_WIDTH = 1000;
    private static final double LEAST_HEIGHT = 640;

    private SettingsFile settingsFile;
    private MainWindow window;
    private Stage stage;
    private Optional<Language> language = Optional.empty();

    @Override
    public void start(Stage primary) {
        stage = primary;
        Home home = Home.ofUser();
        settingsFile = new SettingsFile(home.settings());
        Settings settings = Settings.DEFAULT;
        Optional<ReadProblem> spoilt = Optional.empty();
        try {
            settings = settingsFile.read();
        } catch (ReadProblem problem) {
            spoilt = Optional.of(problem);
        }
        language = settings.language();
        window = new MainWindow(stage, home, language.orElse(Language.of(Locale.getDefault())));
        Thread.currentThread().setUncaughtExceptionHandler((thread, fault) -> tell("app.fault", fault.toString()));
        show(settings);
        open(getParameters().getRaw());
        spoilt.ifPresent(
                problem -> tell("app.spoiltSettings", window.wiring().messages().reason(problem)));
        window.services()
                .progress()
                .warning()
                .ifPresent(reason ->
                        tell("app.spoiltProgress", window.wiring().messages().text(reason)));
    }

    private void tell(String key, String reason) {
        Wiring wiring = window.wiring();
        wiring.workbench().notice().set(Notice.warning(wiring.messages().text(key, reason)));
    }

    private void show(Settings settings) {
        Settings.Window wanted = settings.window().orElse(new Settings.Window(WIDTH, HEIGHT, false));
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        double width = Math.min(wanted.width(), screen.getWidth());
        double height = Math.min(wanted.height(), screen.getHeight());
        restore(window.wiring().appearance(), settings);
        stage.fullScreenProperty().subscribe(full -> {
            if (!full) {
                window.wiring().appearance().presenting().set(false);
            }
        });
        window.show(width, height, settings.layout());
        // Some window managers open a window at its least size, whatever its scene asks for.
        stage.setWidth(width);
        stage.setHeight(height);
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        stage.setMaximized(wanted.maximized());
        window.wiring().shell().restore(settings.layout());
    }

    private static void restore(Appearance appearance, Settings settings) {
        appearance.dark().set(settings.dark());
        appearance.textSize().set(settings.textSize());
        appearance.reducedMotion().set(settings.reducedMotion());
    }

    /** Opens what was named, or the lesson that was open last, or the start page. */
    private void open(List<String> arguments) {
        if (arguments.isEmpty()) {
            window.wiring().lessons().openLast();
        } else if (Files.isDirectory(Path.of(arguments.get(0)))) {
            window.wiring().lessons().openFolder(Path.of(arguments.get(0)));
        } else {
            window.wiring().files().open(Path.of(arguments.get(0)));
        }
    }

    @Override
    public void stop() {
        window.wiring().appearance().presenting().set(false);
        // What is kept of the window's layout is the usual one.
        window.wiring().comparison().close();
        Settings settings = settings();
        window.close();
        try {
            settingsFile.write(settings);
        } catch (WriteProblem unwritable) {
            // The window is gone, and what is lost is only how it was divided.
        }
    }

    private Settings settings() {
        Appearance appearance = window.wiring().appearance();
        Settings.Window shown = new Settings.Window(stage.getWidth(), stage.getHeight(), stage.isMaximized());
        return new Settings(
                Optional.of(shown),
                window.wiring().shell().layout(),
                appearance.dark().get(),
                appearance.textSize().get(),
                appearance.reducedMotion().get(),
                window.chosen().or(() -> language));
    }
}
