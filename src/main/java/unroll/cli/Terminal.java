package unroll.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether somebody looks at the messages. */
final class Terminal {
    private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");

    private Terminal() {}

    /** Whether standard error is a terminal and not a file or a pipe. */
    @SuppressWarnings(
            "SystemConsoleNull") // from Java 22 on it says yes too often, which costs a progress bar in a file
    static boolean showsErrors() {
        if (Files.isSymbolicLink(STANDARD_ERROR)) {
            try {
                String device = Files.readSymbolicLink(STANDARD_ERROR).toString();
                return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty");
            } catch (IOException unknown) {
                return false;
            }
        }
        // Elsewhere Java only tells whether both of the other streams are terminals.
        return System.console() != null;
    }
}
