package unroll.run;

import java.util.ArrayList;
import java.util.List;
import unroll.core.train.Checkpoint;

/**
 * The checkpoints of a run within a budget. At first every iteration is kept; whenever the budget is full, every other
 * one is dropped and the distance between new ones doubles. So old ones stay spread over the whole run, and which are
 * kept depends on the iterations alone.
 */
final class Checkpoints {
    /**
     * How much may be kept.
     *
     * @param count checkpoints, at least 2
     * @param bytes of all of them together
     */
    record Budget(int count, long bytes) {
        /** What a run in a window keeps: up to 200 moments in 128 MiB. */
        static final Budget STANDARD = new Budget(200, 128L << 20);

        private static final int FEWEST = 4;

        Budget {
            if (count < 2 || bytes < 0) {
                throw new IllegalArgumentException("a budget of " + count + " checkpoints in " + bytes + " bytes");
            }
        }

        /** How many checkpoints of some size fit; never so few that there is nothing between the ends. */
        int most(long bytesOfOne) {
            return (int) Math.max(Math.min(FEWEST, count), Math.min(count, bytes / Math.max(1, bytesOfOne)));
        }
    }

    private final Budget budget;
    private final List<Checkpoint> kept = new ArrayList<>();
    private long stride = 1;

    Checkpoints(Budget budget) {
        this.budget = budget;
    }

    /** Whether a checkpoint after so many iterations would be kept. */
    boolean wants(long iteration) {
        return iteration % stride == 0 && !has(iteration);
    }

    boolean has(long iteration) {
        return !kept.isEmpty() && kept.get(kept.size() - 1).iteration() >= iteration;
    }

    /** Keeps one that comes after all others, whatever its iteration; the last of a run is wanted too. */
    void add(Checkpoint checkpoint) {
        kept.add(checkpoint);
        while (kept.size() > budget.most(bytes(checkpoint))) {
            stride *= 2;
            long spread = stride;
            Checkpoint last = checkpoint;
            kept.removeIf(each -> each.iteration() % spread != 0 && each.iteration() != last.iteration());
            if (kept.size() == 2) {
                return;
            }
        }
    }

    private static long bytes(Checkpoint checkpoint) {
        long numbers = checkpoint.parameters().values().size();
        return Double.BYTES * numbers * (1 + checkpoint.optimizer().values().size());
    }

    /** Rising. */
    List<Checkpoint> list() {
        return List.copyOf(kept);
    }
}
