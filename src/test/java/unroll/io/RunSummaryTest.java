package unroll.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import unroll.core.data.Baseline;
import unroll.core.data.Scaling;
import unroll.core.data.Score;
import unroll.experiment.Telling;
import unroll.io.RunSummary.Effort;
import unroll.io.RunSummary.Ending;
import unroll.io.RunSummary.Measured;

class RunSummaryTest {
    private static final Telling TELLING = new Telling(new Scaling(0, 10), false, false, List.of());

    private static RunSummary summary(Score test, Baseline... baselines) {
        Measured measured = new Measured(test, TELLING.tell(test), Map.of());
        Ending ending = new Ending("finished", List.of(baselines), TELLING);
        return new RunSummary("x", 0, new Effort(1, 1, 1), measured, measured, ending);
    }

    @Test
    void aRuleThatIsNotBeatenIsNamedWithBothNumbers() {
        Baseline lastValue = new Baseline("last value", Score.ofLoss(5.5e-4));
        Baseline mean = new Baseline("mean", Score.ofLoss(0.5));
        List<String> lines =
                summary(Score.ofErrors(7.4e-4, 0.02), lastValue, mean).unbeaten();
        assertEquals(
                List.of("the network does not beat the rule “last value”: test loss 0.0007400 against 0.0005500"),
                lines);
        assertEquals(
                List.of(), summary(Score.ofErrors(5e-4, 0.02), lastValue, mean).unbeaten());
        assertEquals(
                1, summary(Score.ofErrors(Double.NaN, 0.02), mean).unbeaten().size(), "NaN beats nothing");
    }

    @Test
    void moreRightAnswersBeatARuleWithASmallerLoss() {
        Baseline rule = new Baseline("majority class", Score.ofClasses(0.5, 0.9));
        assertEquals(List.of(), summary(Score.ofClasses(0.6, 0.95), rule).unbeaten());
        assertEquals(1, summary(Score.ofClasses(0.6, 0.9), rule).unbeaten().size());
        Baseline bound = new Baseline("grammar", Score.ofClasses(0.5, 1), true);
        assertEquals(List.of(), summary(Score.ofClasses(0.6, 0.9), bound).unbeaten(), "nothing can beat a bound");
    }

    @Test
    void errorsOfRulesStandBesideTheNetworksInTheSameUnits() {
        JsonObject json = summary(Score.ofErrors(0.04, 0.1), new Baseline("last value", Score.ofErrors(0.01, 0.05)))
                .json();
        assertEquals(4, json.getAsJsonObject("test").get("squaredError").getAsDouble(), 1e-12);
        assertEquals(1, json.getAsJsonObject("test").get("absoluteError").getAsDouble(), 1e-12);
        JsonObject rule =
                json.getAsJsonObject("baselines").getAsJsonObject("last value").getAsJsonObject("test");
        assertEquals(0.5, rule.get("absoluteError").getAsDouble(), 1e-12);
        assertTrue(rule.has("loss"));
    }
}
