package unroll.app;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Scene;
import javafx.stage.Stage;
import unroll.io.Home;
import unroll.ui.canvas.FrameClock;
import unroll.ui.shell.WindowLayout;
import unroll.ui.state.Language;

/** The window with its views, which are made anew when another language is chosen. */
final class MainWindow implements AutoCloseable {
    private final Stage stage;
    private final Services services;
    private final FrameClock clock = new FrameClock();
    private final BooleanProperty switching = new SimpleBooleanProperty(this, "switching");
    private Wiring wiring;
    private Optional<Language> chosen = Optional.empty();

    MainWindow(Stage stage, Home home, Language language) {
        this.stage = stage;
        this.services = new Services(home);
        this.wiring = new Wiring(services, language);
        // In a frame of its own: the menu that asked for it must have closed.
        clock.during(switching, now -> {
            switching.set(false);
            speak(wiring.appearance().language().get());
        });
    }

    Services services() {
        return services;
    }

    /** That of the views which are shown now. */
    Wiring wiring() {
        return wiring;
    }

    /** Puts the views on the stage. */
    void show(double width, double height, WindowLayout layout) {
        stage.setTitle(wiring.messages().text("shell.title"));
        stage.setScene(scene(width, height));
        stage.setFullScreenExitHint(wiring.messages().text("app.presenterHint"));
        stage.show();
        wiring.shell().restore(layout);
    }

    private Scene scene(double width, double height) {
        Scene scene = wiring.scene(width, height);
        wiring.appearance().language().subscribe((before, chosen) -> switching.set(true));
        return scene;
    }

    /** The language that was chosen while the window was open. */
    Optional<Language> chosen() {
        return chosen;
    }

    private void speak(Language language) {
        chosen = Optional.of(language);
        WindowLayout layout = wiring.shell().layout();
        boolean presenting = wiring.appearance().presenting().get();
        wiring.appearance().presenting().set(false);
        Scene before = stage.getScene();
        wiring = wiring.in(language);
        stage.setScene(scene(before.getWidth(), before.getHeight()));
        stage.setFullScreenExitHint(wiring.messages().text("app.presenterHint"));
        wiring.shell().restore(layout);
        wiring.appearance().presenting().set(presenting);
    }

    /** Ends all threads; what was trained is kept first. */
    @Override
    public void close() {
        clock.close();
        wiring.close();
        services.close();
    }
}
