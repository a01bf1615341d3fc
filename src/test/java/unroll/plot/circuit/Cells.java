package unroll.plot.circuit;

import java.util.List;
import java.util.stream.Stream;
import unroll.core.cell.BiasMode;
import unroll.core.cell.Cell;
import unroll.core.cell.Concat;
import unroll.core.cell.Gru;
import unroll.core.cell.Lstm;
import unroll.core.cell.Rnn;
import unroll.core.model.Chain;
import unroll.core.model.Dropout;
import unroll.core.model.Network;
import unroll.core.op.Activation;
import unroll.plot.ExampleTraces;

/** All cells in networks of all shapes. */
final class Cells {
    private Cells() {}

    static List<Cell> all() {
        return List.of(
                new Rnn(Activation.TANH),
                new Rnn(Activation.IDENTITY),
                new Lstm(),
                new Gru(),
                new Gru(Gru.Reset.BEFORE),
                new Concat());
    }

    /** A small network of each cell. */
    static Stream<Network> networks() {
        return all().stream().map(cell -> ExampleTraces.network(cell, 3, 4, 1));
    }

    /** Each cell with all kinds of biases, and behind dropout. */
    static Stream<CircuitPlan> plans() {
        return networks()
                .flatMap(network -> Stream.concat(
                        Stream.of(BiasMode.values()).map(network::withBias),
                        Stream.of(network.withDropout(new Dropout(0.5, 0)))))
                .map(network -> CircuitPlan.of(network, bottom(network)));
    }

    /** Two layers in both directions. */
    static Stream<Network> stacked() {
        return Stream.of(new Lstm(), new Gru())
                .map(cell -> ExampleTraces.network(cell, 3, 4, 2).inBothDirections());
    }

    static Chain bottom(Network network) {
        return network.chains().get(0);
    }
}
