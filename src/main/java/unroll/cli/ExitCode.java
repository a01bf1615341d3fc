package unroll.cli;

/** How the program tells its caller what came of it. */
final class ExitCode {
    static final int DONE = 0;
    /** The work ran, but what it found is bad: training diverged, a check missed its tolerance. */
    static final int FAILED = 1;
    /** Bad usage, or a file that can't be read or written. */
    static final int USAGE = 2;
    /** Ended by Ctrl+C; what was finished is kept. */
    static final int INTERRUPTED = 130;

    private ExitCode() {}
}
