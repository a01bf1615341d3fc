package unroll.io;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * The one folder for a user's settings, runs and log, where the platform expects it.
 *
 * @param folder need not exist yet
 */
public record Home(Path folder) {
    /** Names the folder in place of the platform's. */
    public static final String VARIABLE = "UNROLL_HOME";

    private static final String NAME = "unroll";

    /** The folder of the user who runs the program. */
    public static Home ofUser() {
        return of(System.getenv(), System.getProperty("os.name"), Path.of(System.getProperty("user.home")));
    }

    /**
     * The folder on a platform.
     *
     * @param environment its variables
     * @param system such as {@code Windows 11}, {@code Mac OS X} or {@code Linux}
     * @param userHome the user's own folder
     */
    public static Home of(Map<String, String> environment, String system, Path userHome) {
        if (isSet(environment, VARIABLE)) {
            return new Home(Path.of(environment.get(VARIABLE)));
        }
        String lower = system.toLowerCase(Locale.ROOT);
        if (lower.startsWith("windows")) {
            Path roaming = isSet(environment, "APPDATA")
                    ? Path.of(environment.get("APPDATA"))
                    : userHome.resolve("AppData").resolve("Roaming");
            return new Home(roaming.resolve(NAME));
        }
        if (lower.startsWith("mac")) {
            return new Home(
                    userHome.resolve("Library").resolve("Application Support").resolve(NAME));
        }
        Path data = isSet(environment, "XDG_DATA_HOME")
                ? Path.of(environment.get("XDG_DATA_HOME"))
                : userHome.resolve(".local").resolve("share");
        return new Home(data.resolve(NAME));
    }

    private static boolean isSet(Map<String, String> environment, String name) {
        return !environment.getOrDefault(name, "").isBlank();
    }

    public Path settings() {
        return folder.resolve("settings.json");
    }

    /** How far the learner has come in the course. */
    public Path progress() {
        return folder.resolve("progress.json");
    }

    public Path runs() {
        return folder.resolve("runs");
    }
}
