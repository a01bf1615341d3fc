package unroll.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import unroll.core.Allocation;

@Timeout(60)
class PairRunnerTest {
    private long first;
    private long second;

    @Test
    void runsBothAndWaitsForBoth() {
        try (PairRunner runner = new PairRunner()) {
            for (int i = 0; i < 20_000; i++) {
                runner.run(() -> first++, () -> second++);
                assertEquals(first, second);
            }
            assertEquals(20_000, second);
        }
    }

    @Test
    void wakesAHelperThatSleeps() {
        try (PairRunner runner = new PairRunner()) {
            for (int i = 0; i < 5; i++) {
                runner.run(() -> first++, () -> second++);
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
            }
            assertEquals(5, second);
        }
    }

    @Test
    void waitsLongForASlowHalf() {
        try (PairRunner runner = new PairRunner()) {
            runner.run(() -> first++, () -> {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
                second++;
            });
            assertEquals(1, second);
        }
    }

    @Test
    void handsOnWhatWentWrong() {
        try (PairRunner runner = new PairRunner()) {
            IllegalStateException failed = assertThrows(
                    IllegalStateException.class,
                    () -> runner.run(() -> first++, () -> {
                        throw new ArithmeticException("no");
                    }));
            assertTrue(failed.getMessage().contains("no"));
            runner.run(() -> first++, () -> second++);
            assertEquals(1, second, "it goes on after a fault");
        }
    }

    @Test
    void runsInTurnWhenClosed() {
        PairRunner runner = new PairRunner();
        runner.close();
        runner.run(() -> first++, () -> second++);
        assertEquals(1, second);
    }

    @Test
    void allocatesNothing() {
        try (PairRunner runner = new PairRunner()) {
            Runnable one = () -> first++;
            Runnable other = () -> second++;
            for (int i = 0; i < 20_000; i++) {
                runner.run(one, other);
            }
            long bytes = Allocation.bytes(() -> {
                for (int i = 0; i < 100; i++) {
                    runner.run(one, other);
                }
            });
            assertEquals(0, bytes);
        }
    }
}
