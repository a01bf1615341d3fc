package unroll.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** How long this process has been there. */
final class ProcessAge {
    private static final Path STATUS = Path.of("/proc/self/stat");
    private static final Path UPTIME = Path.of("/proc/uptime");

    /** Which of the fields that follow the name in brackets is the start, in ticks since the system's own. */
    private static final int START = 19;

    private static final int TICKS_PER_SECOND = 100;
    private static final int MILLIS_PER_SECOND = 1000;

    private ProcessAge() {}

    /**
     * In milliseconds. On Linux Java knows when a process was started but for the part of a second at which the system was,
     * so that it is read from the system instead, to ten milliseconds.
     */
    static long millis() {
        if (Files.isReadable(STATUS) && Files.isReadable(UPTIME)) {
            try {
                return ofLinux(Files.readString(STATUS), Files.readString(UPTIME));
            } catch (IOException unreadable) {
                return ofJava();
            }
        }
        return ofJava();
    }

    private static long ofJava() {
        Instant start = ProcessHandle.current().info().startInstant().orElseThrow();
        return Duration.between(start, Instant.now()).toMillis();
    }

    /**
     * From what the system says of itself and of a process.
     *
     * @param status as in proc(5); the name of the process may hold any character
     * @param uptime the seconds since the system's start, and another number
     */
    static long ofLinux(String status, String uptime) {
        String[] fields = status.substring(status.lastIndexOf(')') + 1).trim().split(" ");
        double seconds =
                Double.parseDouble(uptime.split(" ")[0]) - Double.parseDouble(fields[START]) / TICKS_PER_SECOND;
        return Math.round(seconds * MILLIS_PER_SECOND);
    }
}
