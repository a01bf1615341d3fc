package unroll.app;

import java.io.File;
import java.io.PrintWriter;
import java.lang.ref.Reference;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Application;
import unroll.cli.UnrollCommand;

/** Where the program starts: a command works without a window, anything else opens one. */
public final class Launcher {
    private static final int NO_DISPLAY = 2;

    private Launcher() {}

    /** Not in a class that extends JavaFX's Application: started from the class path, such a class needs modules. */
    public static void main(String[] arguments) {
        // Drawing on Graphics2D beside JavaFX; on macOS the two would fight for the first thread.
        System.setProperty("java.awt.headless", "true");
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(opensWindow(arguments) ? window(arguments, err) : UnrollCommand.execute(arguments, out, err));
    }

    /** Without arguments, or with a file that is no command. */
    static boolean opensWindow(String[] arguments) {
        if (arguments.length == 0) {
            return true;
        }
        return arguments.length == 1
                && !UnrollCommand.names().contains(arguments[0])
                && !arguments[0].startsWith("-")
                && new File(arguments[0]).exists();
    }

    private static int window(String[] arguments, PrintWriter err) {
        // JavaFX warns at every start that it is on the class path, where this program means it to be.
        Logger javafx = Logger.getLogger("javafx");
        javafx.setLevel(Level.SEVERE);
        try {
            Application.launch(UnrollApp.class, arguments);
            return 0;
        } catch (UnsupportedOperationException noDisplay) {
            err.println("unroll: there is no display to open a window on; these commands work without one: "
                    + String.join(", ", UnrollCommand.names()) + " (unroll --help)");
            return NO_DISPLAY;
        } finally {
            // A logger that nobody holds forgets its level.
            Reference.reachabilityFence(javafx);
        }
    }
}
