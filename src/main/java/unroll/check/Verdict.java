package unroll.check;

import java.util.Optional;
import unroll.io.ReadProblem;

/**
 * What came of a check.
 *
 * @param deviation the largest; empty if it could not be run
 * @param problem why it could not be run, in one line; else empty
 */
public record Verdict(String name, Optional<Deviation> deviation, String problem) {
    /** Runs a check; whatever is wrong with its file is part of the verdict. */
    public static Verdict of(NumberCheck check) {
        try {
            return new Verdict(check.name(), Optional.of(check.run()), "");
        } catch (ReadProblem | IllegalArgumentException unreadable) {
            return new Verdict(check.name(), Optional.empty(), unreadable.getMessage());
        } catch (OutOfMemoryError tooLarge) {
            return new Verdict(check.name(), Optional.empty(), check.name() + ": does not fit into memory");
        }
    }

    public boolean passed() {
        return deviation.isPresent() && deviation.get().isAllowed();
    }

    /** Whether the check never ran, because its file is not one of a case. */
    public boolean isUnreadable() {
        return deviation.isEmpty();
    }
}
