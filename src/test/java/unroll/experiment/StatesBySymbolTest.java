package unroll.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import unroll.core.model.Site;
import unroll.core.op.Quantity;
import unroll.core.tensor.Tensor;
import unroll.experiment.StatesBySymbol.Group;
import unroll.io.DataFiles;
import unroll.io.ExperimentFile;
import unroll.io.ReadProblem;

class StatesBySymbolTest {
    private static Setup reber() throws ReadProblem {
        return Setup.of(ExperimentFile.builtIn("reber").experiment(), DataFiles.fromWorkingFolder());
    }

    @Test
    void sequencesAreSortedByTheSymbolThatTheyShowed() throws ReadProblem {
        Setup setup = reber();
        Site input = new Site(0, Quantity.INPUT);
        StatesBySymbol outer = StatesBySymbol.of(setup, setup.initial(), input, 2, 0);
        assertEquals(
                List.of("T", "P"), outer.groups().stream().map(Group::symbol).toList());
        assertEquals(128, outer.groups().stream().mapToInt(Group::size).sum());
        int p = setup.symbols().indexOf("P");
        int t = setup.symbols().indexOf("T");
        assertEquals(1, outer.groups().get(0).mean(t), "the last symbol that is shown is the outer one again");
        assertEquals(0, outer.groups().get(0).mean(p));
        assertEquals(1, outer.groups().get(1).mean(p));
    }

    @Test
    void apartIsTheDistanceInSpreads() {
        Group one = new Group("a", Tensor.of(new double[] {0, 5, 2, 5}, 2, 2));
        Group other = new Group("b", Tensor.of(new double[] {10, 5, 12, 5}, 2, 2));
        StatesBySymbol sorted = new StatesBySymbol(List.of(one, other));
        assertEquals(2, sorted.units());
        assertEquals(10, sorted.apart(0), 1e-12);
        assertTrue(Double.isNaN(sorted.apart(1)), "no spread and no distance");
    }

    @Test
    void anUntrainedCellKeepsLittleOfTheOuterSymbol() throws ReadProblem {
        Setup setup = reber();
        Site c = setup.network().cellLines(0).stream()
                .map(line -> new Site(0, line.target().quantity()))
                .filter(site -> site.quantity().id().equals("c"))
                .findFirst()
                .orElseThrow();
        StatesBySymbol sorted = StatesBySymbol.of(setup, setup.initial(), c, 2, 3);
        assertEquals(8, sorted.units());
        for (int unit = 0; unit < sorted.units(); unit++) {
            assertTrue(sorted.apart(unit) < 3, "unit " + unit + ": " + sorted.apart(unit));
        }
    }
}
