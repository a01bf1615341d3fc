package unroll.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import unroll.core.kernel.Engine;
import unroll.core.model.Parameters;
import unroll.io.DataFiles;
import unroll.io.ExperimentFile;
import unroll.io.ReadProblem;

class ForecastTest {
    private static Setup setup(String path, String value) throws ReadProblem {
        return Setup.of(
                ExperimentFile.builtIn("sunspots").with(path, value).experiment(), DataFiles.fromWorkingFolder());
    }

    @Test
    void oneStepAheadIsWhatTheTestSetMeasures() throws ReadProblem {
        Setup setup = setup("seed", "3");
        Forecast forecast = Forecast.of(setup, setup.initial(), 30);
        assertEquals(setup.sequences(Setup.Part.TEST), forecast.measured().size());
        double measured = setup.evaluation(setup.data().test(), 64, Engine.simple())
                .of(setup.initial())
                .meanSquaredError()
                .orElseThrow();
        double range = setup.data().scaling().high() - setup.data().scaling().low();
        assertEquals(Math.sqrt(measured) * range, forecast.errorAhead(1000), 1e-9);
        assertEquals(setup.label(Setup.Part.TEST, 0), forecast.labels().get(0));
    }

    @Test
    void theFirstForecastIsTheSameAndThenTheyPart() throws ReadProblem {
        Setup setup = setup("seed", "3");
        Forecast forecast = Forecast.of(setup, setup.initial(), 30);
        assertEquals(30, forecast.fedBack().size());
        assertEquals(forecast.ahead().at(0), forecast.fedBack().at(0), 1e-9);
        assertNotEquals(forecast.ahead().at(1), forecast.fedBack().at(1), 1e-3);
    }

    /** A network without weights says its bias: then every forecast is the same, whatever is fed back. */
    @Test
    void aNetworkThatAlwaysSaysTheSame() throws ReadProblem {
        Setup setup = setup("seed", "3");
        double[] weights = new double[setup.initial().toArray().length];
        Parameters zero = Parameters.copyOf(setup.initial().layout(), weights);
        Forecast forecast = Forecast.of(setup, zero, 5);
        double low = setup.data().scaling().low();
        assertEquals(low, forecast.fedBack().at(4), 1e-9);
        double first = forecast.measured().at(0);
        assertEquals(Math.abs(first - low), forecast.errorAhead(1), 1e-9);
        assertEquals(Math.abs(first - forecast.lastKnown()), forecast.errorHeld(1), 1e-9);
    }

    @Test
    void onlyWindowsThatFollowEachOtherCanBeFedBack() throws ReadProblem {
        assertTrue(Forecast.isPossible(setup("seed", "0")));
        assertFalse(Forecast.isPossible(setup("task.split", "shuffled")));
    }
}
