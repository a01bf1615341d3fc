package unroll.debug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import unroll.core.cell.Cell;
import unroll.core.cell.Concat;
import unroll.core.cell.Gru;
import unroll.core.cell.Lstm;
import unroll.core.cell.Rnn;
import unroll.core.model.Head;
import unroll.core.model.LossSpec;
import unroll.core.model.Network;
import unroll.core.model.Phase;
import unroll.core.model.Schedule;
import unroll.core.op.Activation;
import unroll.core.op.LossKind;
import unroll.core.optim.Adam;
import unroll.core.optim.UpdateRule;
import unroll.plot.tex.Formula;

class NamingTest {
    private static Network network(Cell cell) {
        return Network.of(cell, 2, 3, 1, LossSpec.atLast(LossKind.MSE));
    }

    private static List<Notation> lines(Cell cell, Convention convention) {
        Network network = network(cell);
        Naming naming = new Naming(network, convention);
        return Listing.of(Schedule.of(network, UpdateRule.of(Adam.torch()).lines())).entries().stream()
                .map(entry -> entry.phase() == Phase.UPDATE ? naming.ofUpdate(entry.line()) : naming.of(entry.line()))
                .toList();
    }

    @Test
    void theTextbookIsHowLinesAreWritten() {
        Network network = network(new Lstm());
        Naming naming = new Naming(network, Convention.TEXTBOOK);
        Listing.of(Schedule.of(network))
                .entries()
                .forEach(entry -> assertEquals(entry.line(), naming.of(entry.line())));
    }

    @Test
    void pyTorchHasIndices() {
        List<Notation> lines = lines(new Rnn(Activation.TANH), Convention.PYTORCH);
        assertEquals("aₜ = W_ih xₜ + W_hh hₜ₋₁ + b_ih + b_hh", lines.get(0).plain());
        assertEquals(
                "a_t = W_{ih} x_t + W_{hh} h_{t-1} + b_{ih} + b_{hh}",
                lines.get(0).tex());
        assertEquals("y_t = W_{out} h_t + b_{out}", lines.get(2).tex());
        assertEquals(
                "\\theta \\leftarrow \\theta - \\gamma \\hat m / (\\sqrt{\\hat v} + \\varepsilon)",
                lines.get(lines.size() - 1).tex());
    }

    @Test
    void kerasHasWords() {
        List<Notation> lines = lines(new Rnn(Activation.TANH), Convention.KERAS);
        assertEquals(
                "aₜ = kernel xₜ + recurrent_kernel hₜ₋₁ + bias + recurrent_bias",
                lines.get(0).plain());
        assertEquals(
                "a_t = \\mathrm{kernel}\\, x_t + \\mathrm{recurrent kernel}\\, h_{t-1} + \\mathrm{bias} + \\mathrm{recurrent bias}",
                lines.get(0).tex());
    }

    @Test
    void gatesKeepTheirLetters() {
        List<Notation> lines = lines(new Gru(Gru.Reset.AFTER), Convention.PYTORCH);
        assertEquals(
                "a_t = W_{ir,iz} x_t + W_{hr,hz} h_{t-1} + b_{ih} + b_{hh}",
                lines.get(0).tex());
        assertEquals("q_t = W_{hn} h_{t-1} + b_{hn}", lines.get(3).tex());
    }

    @Test
    void everyLineOfALogSoftmaxCanBeSet() {
        LossSpec loss = LossSpec.atLast(LossKind.NLL);
        Network network =
                Network.of(new Concat(), 2, 3, 4, LossSpec.atLast(LossKind.MSE)).withHead(Head.LOG_SOFTMAX, loss);
        for (Listing.Entry entry : Listing.of(Schedule.of(network)).entries()) {
            for (Notation summand : entry.line().summands()) {
                assertTrue(Formula.parse(summand.tex()).layout(12).width() > 0, summand.tex());
            }
        }
    }

    @Test
    void everyLineCanBeSet() {
        for (Cell cell : List.of(new Rnn(Activation.TANH), new Lstm(), new Gru(Gru.Reset.AFTER), new Concat())) {
            for (Convention convention : Convention.values()) {
                for (Notation line : lines(cell, convention)) {
                    Formula.parse(line.tex()).layout(12);
                    assertFalse(convention != Convention.TEXTBOOK && line.tex().contains("U^\\top"), line.tex());
                }
            }
        }
    }
}
