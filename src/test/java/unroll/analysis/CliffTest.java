package unroll.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unroll.core.optim.Clipping;
import unroll.core.optim.Flavour;
import unroll.core.optim.Sgd;
import unroll.core.optim.UpdateRule;
import unroll.core.tensor.Tensor;

class CliffTest {
    private static final Cliff CLIFF = Cliff.PASCANU;

    @ParameterizedTest
    @CsvSource({"4.2, -1.2", "5, -2.9", "5.5, -2.75", "7, -1.5", "4.5, -2.25"})
    void theSlopesAgreeWithFiniteDifferences(double w, double b) {
        Cliff.Point point = CLIFF.at(w, b);
        double step = 1e-6;
        double byW = (CLIFF.at(w + step, b).loss() - CLIFF.at(w - step, b).loss()) / (2 * step);
        double byB = (CLIFF.at(w, b + step).loss() - CLIFF.at(w, b - step).loss()) / (2 * step);
        assertEquals(byW, point.slopeW(), 1e-4 * Math.max(1e-4, Math.abs(byW)));
        assertEquals(byB, point.slopeB(), 1e-4 * Math.max(1e-4, Math.abs(byB)));
    }

    /** The largest |∂loss/∂w| along b, searched as fine as doubles allow. */
    @ParameterizedTest
    @CsvSource({"4.5, 81.71", "5, 3578", "5.5, 2.0549e5"})
    void theWallIsAsSteepAsWasMeasured(double w, double steepest) {
        double low = -4;
        double high = -1;
        for (int zoom = 0; zoom < 40; zoom++) {
            double best = 0;
            double at = low;
            for (int i = 0; i <= 400; i++) {
                double b = low + (high - low) * i / 400;
                if (Math.abs(CLIFF.at(w, b).slopeW()) > best) {
                    best = Math.abs(CLIFF.at(w, b).slopeW());
                    at = b;
                }
            }
            double half = (high - low) / 5;
            low = at - half;
            high = at + half;
        }
        double found = Math.abs(CLIFF.at(w, (low + high) / 2).slopeW());
        assertEquals(1, found / steepest, 1e-3, "found " + found);
    }

    @Test
    void theLossStaysBelowTheSquareOfItsTarget() {
        Tensor ws = Tensor.of(new double[] {4, 5, 6, 7, 8}, 5);
        Tensor bs = Tensor.of(new double[] {-3, -2, -1}, 3);
        Tensor surface = CLIFF.surface(ws, bs);
        assertEquals(CLIFF.at(6, -3).loss(), surface.at(0, 2));
        for (int i = 0; i < surface.size(); i++) {
            assertTrue(surface.at(i) >= 0 && surface.at(i) < 0.49);
        }
    }

    @Test
    void descentTakesTheOptimisersOwnSteps() {
        UpdateRule plain = UpdateRule.of(Sgd.plain(Flavour.TORCH, 0.1));
        List<Cliff.Point> path = CLIFF.descend(plain, 5, -2.9, 2);
        assertEquals(3, path.size());
        Cliff.Point first = path.get(0);
        assertEquals(5 - 0.1 * first.slopeW(), path.get(1).w(), 1e-15);
        assertEquals(-2.9 - 0.1 * first.slopeB(), path.get(1).b(), 1e-15);
    }

    @Test
    void aClippedStepIsNoLongerThanRateTimesNorm() {
        UpdateRule clipped = new UpdateRule(new Clipping.GlobalNorm(Flavour.TORCH, 1), Sgd.plain(Flavour.TORCH, 0.1));
        List<Cliff.Point> path = CLIFF.descend(clipped, 4.5, -2.2, 200);
        for (int i = 1; i < path.size(); i++) {
            Cliff.Point before = path.get(i - 1);
            Cliff.Point after = path.get(i);
            assertTrue(Math.hypot(after.w() - before.w(), after.b() - before.b()) <= 0.1 * (1 + 1e-12));
        }
    }
}
