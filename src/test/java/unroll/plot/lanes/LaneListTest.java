package unroll.plot.lanes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import unroll.core.cell.Gru;
import unroll.core.cell.Lstm;
import unroll.core.cell.Rnn;
import unroll.core.model.LossSpec;
import unroll.core.model.Network;
import unroll.core.op.Activation;
import unroll.core.op.LossKind;
import unroll.plot.ExampleTraces;
import unroll.plot.tex.Formula;

class LaneListTest {
    private static final LossSpec CLASSES_AT_EVERY = LossSpec.atEvery(LossKind.CROSS_ENTROPY, LossSpec.OverTime.MEAN);

    private static List<String> ids(List<Lane> lanes) {
        return lanes.stream().map(Lane::id).toList();
    }

    @Test
    void anRnnHasItsLanesInOrder() {
        LaneList lanes = LaneList.of(ExampleTraces.network(new Rnn(Activation.TANH), 1, 3, 1));
        assertEquals(List.of("x", "h", "y", "L", "dy", "dh", "a", "da", "dx"), ids(lanes.lanes()));
        assertEquals(List.of("x", "h", "y", "L", "dy", "dh"), ids(lanes.shownAtFirst()));
    }

    @Test
    void bothDirectionsHaveLanes() {
        Network network =
                ExampleTraces.network(new Rnn(Activation.TANH), 1, 3, 2).inBothDirections();
        assertEquals(
                List.of("x", "h", "h@1:rev", "h@2", "h@2:rev", "y", "L", "dy", "dh", "dh@1:rev", "dh@2", "dh@2:rev"),
                ids(LaneList.of(network).shownAtFirst()));
        assertEquals(
                "h^{(2)\\leftarrow}",
                LaneList.of(network).find("h@2:rev").orElseThrow().tex());
    }

    @Test
    void anLstmShowsItsGatesAndHidesTheirGradients() {
        LaneList lanes = LaneList.of(ExampleTraces.network(new Lstm(), 1, 3, 1));
        assertEquals(List.of("x", "h", "c", "i", "f", "g", "o", "y", "L", "dy", "dh", "dc"), ids(lanes.shownAtFirst()));
        List<String> hidden =
                ids(lanes.lanes().stream().filter(lane -> !lane.shownAtFirst()).toList());
        assertEquals(
                List.of(
                        "di", "df", "dg", "do", "a.i", "a.f", "a.g", "a.o", "m", "da.i", "da.f", "da.g", "da.o", "dm",
                        "dx"),
                hidden);
    }

    @Test
    void upperLayersAreNamedAndClassesShowProbabilities() {
        Network network = ExampleTraces.network(new Gru(), 2, 3, 2, CLASSES_AT_EVERY);
        LaneList lanes = LaneList.of(network);
        assertEquals(
                List.of("x", "h", "r", "z", "n", "h@2", "r@2", "z@2", "n@2", "p", "L", "dy", "dh", "dh@2"),
                ids(lanes.shownAtFirst()));
        assertEquals(
                "\\partial L/\\partial h^{(2)}",
                lanes.find("dh@2").orElseThrow().tex());
        assertEquals("a^{r(1)}", lanes.find("a.r").orElseThrow().tex());
        assertEquals("a^{n(2)}", lanes.find("a.n@2").orElseThrow().tex());
        assertEquals(Optional.empty(), lanes.find("c"));
        assertEquals(List.of("h", "p"), ids(lanes.choose(List.of("p", "c", "h"))));
    }

    @Test
    void outputsWithoutProbabilitiesAtEveryStepAreShownThemselves() {
        LossSpec last = LossSpec.atLast(LossKind.CROSS_ENTROPY);
        LaneList lanes = LaneList.of(ExampleTraces.network(new Rnn(Activation.TANH), 1, 3, 1, last));
        assertEquals(List.of("x", "h", "y", "p", "L", "dy", "dh"), ids(lanes.shownAtFirst()));
    }

    @Test
    void everyQuantityHasTheColoursOfItsInterval() {
        LaneList lstm = LaneList.of(ExampleTraces.network(new Lstm(), 1, 3, 1));
        assertEquals(LaneColor.SIGNED_OWN, lstm.find("x").orElseThrow().color());
        assertEquals(LaneColor.SIGNED_UNIT, lstm.find("h").orElseThrow().color());
        assertEquals(LaneColor.SIGNED_OWN, lstm.find("c").orElseThrow().color());
        assertEquals(LaneColor.UNIT, lstm.find("f").orElseThrow().color());
        assertEquals(LaneColor.SIGNED_UNIT, lstm.find("g").orElseThrow().color());
        assertEquals(LaneColor.POSITIVE_OWN, lstm.find("L").orElseThrow().color());
        assertEquals(LaneColor.LOG_MAGNITUDE, lstm.find("dc").orElseThrow().color());
        LaneList sigmoid = LaneList.of(ExampleTraces.network(new Rnn(Activation.SIGMOID), 1, 3, 1));
        assertEquals(LaneColor.UNIT, sigmoid.find("h").orElseThrow().color());
        LaneList relu = LaneList.of(ExampleTraces.network(new Rnn(Activation.RELU), 1, 3, 1));
        assertEquals(LaneColor.SIGNED_OWN, relu.find("h").orElseThrow().color());
    }

    @Test
    void aGatesBlockKnowsItsUnits() {
        Network network = ExampleTraces.network(new Lstm(), 1, 3, 1);
        Lane block = LaneList.of(network).find("a.g").orElseThrow();
        assertEquals(3, block.units(network));
        assertEquals(6, block.firstUnit(network));
    }

    @Test
    void allSymbolsCanBeSet() {
        LaneList.of(ExampleTraces.network(new Gru(), 2, 3, 2, CLASSES_AT_EVERY))
                .lanes()
                .forEach(lane ->
                        assertTrue(Formula.parse(lane.tex() + "_t").layout(12).width() > 0));
    }
}
