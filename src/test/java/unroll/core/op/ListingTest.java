package unroll.core.op;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import unroll.core.cell.BiasMode;
import unroll.core.cell.Cell;
import unroll.core.cell.Gru;
import unroll.core.cell.Lstm;
import unroll.core.cell.Rnn;
import unroll.core.model.LossSpec;
import unroll.core.model.Network;

/** The lines that are shown, forward as written and backward as derived. */
class ListingTest {
    private static List<String> plain(List<? extends Line> lines) {
        return lines.stream().map(Line::plain).toList();
    }

    private static List<String> both(Cell cell) {
        List<Equation> forward = cell.lines(BiasMode.DOUBLE);
        return Stream.concat(plain(forward).stream(), plain(Adjoints.of(forward)).stream())
                .toList();
    }

    @Test
    void plainCell() {
        assertEquals(
                List.of(
                        "aₜ = W xₜ + U hₜ₋₁ + bₓ + bₕ",
                        "hₜ = tanh(aₜ)",
                        "δaₜ = δhₜ ⊙ (1 − hₜ²)",
                        "δhₜ₋₁ += Uᵀ δaₜ",
                        "δxₜ += Wᵀ δaₜ",
                        "δW += δaₜ xₜᵀ, δU += δaₜ hₜ₋₁ᵀ, δbₓ, δbₕ += δaₜ"),
                both(new Rnn(Activation.TANH)));
    }

    @Test
    void longShortTermMemory() {
        assertEquals(
                List.of(
                        "aₜ = W xₜ + U hₜ₋₁ + bₓ + bₕ",
                        "iₜ = σ(aⁱₜ)",
                        "fₜ = σ(aᶠₜ)",
                        "gₜ = tanh(aᵍₜ)",
                        "oₜ = σ(aᵒₜ)",
                        "cₜ = fₜ ⊙ cₜ₋₁ + iₜ ⊙ gₜ",
                        "mₜ = tanh(cₜ)",
                        "hₜ = oₜ ⊙ mₜ",
                        "δoₜ = δhₜ ⊙ mₜ",
                        "δmₜ = δhₜ ⊙ oₜ",
                        "δcₜ += δmₜ ⊙ (1 − mₜ²)",
                        "δfₜ = δcₜ ⊙ cₜ₋₁",
                        "δcₜ₋₁ += δcₜ ⊙ fₜ",
                        "δiₜ = δcₜ ⊙ gₜ",
                        "δgₜ = δcₜ ⊙ iₜ",
                        "δaₜ: δaⁱ = δi ⊙ i ⊙ (1 − i), δaᶠ = δf ⊙ f ⊙ (1 − f), δaᵍ = δg ⊙ (1 − g²), "
                                + "δaᵒ = δo ⊙ o ⊙ (1 − o)",
                        "δhₜ₋₁ += Uᵀ δaₜ",
                        "δxₜ += Wᵀ δaₜ",
                        "δW += δaₜ xₜᵀ, δU += δaₜ hₜ₋₁ᵀ, δbₓ, δbₕ += δaₜ"),
                both(new Lstm()));
    }

    @Test
    void gatedRecurrentUnit() {
        assertEquals(
                List.of(
                        "aₜ = W_rz xₜ + U_rz hₜ₋₁ + bₓ + bₕ",
                        "rₜ = σ(aʳₜ)",
                        "zₜ = σ(aᶻₜ)",
                        "qₜ = U_n hₜ₋₁ + bₕ,n",
                        "aⁿₜ = W_n xₜ + rₜ ⊙ qₜ + bₓ,n",
                        "nₜ = tanh(aⁿₜ)",
                        "hₜ = (1 − zₜ) ⊙ nₜ + zₜ ⊙ hₜ₋₁",
                        "δzₜ = δhₜ ⊙ hₜ₋₁ − δhₜ ⊙ nₜ",
                        "δnₜ = δhₜ ⊙ (1 − zₜ)",
                        "δhₜ₋₁ += δhₜ ⊙ zₜ",
                        "δaⁿₜ = δnₜ ⊙ (1 − nₜ²)",
                        "δrₜ = δaⁿₜ ⊙ qₜ",
                        "δqₜ = δaⁿₜ ⊙ rₜ",
                        "δhₜ₋₁ += U_nᵀ δqₜ",
                        "δaₜ: δaʳ = δr ⊙ r ⊙ (1 − r), δaᶻ = δz ⊙ z ⊙ (1 − z)",
                        "δhₜ₋₁ += U_rzᵀ δaₜ",
                        "δxₜ += W_rzᵀ δaₜ + W_nᵀ δaⁿₜ",
                        "δW_rz += δaₜ xₜᵀ, δU_rz += δaₜ hₜ₋₁ᵀ, δU_n += δqₜ hₜ₋₁ᵀ, δW_n += δaⁿₜ xₜᵀ, "
                                + "δbₓ, δbₕ += δaₜ, δbₕ,n += δqₜ, δbₓ,n += δaⁿₜ"),
                both(new Gru()));
    }

    @Test
    void texOfLinesThatAreFactoredOrOpened() {
        List<String> gru = Adjoints.of(new Gru().lines(BiasMode.DOUBLE)).stream()
                .map(Line::tex)
                .toList();
        assertEquals("\\delta z_t = \\delta h_t \\odot (h_{t-1} - n_t)", gru.get(0));
        assertEquals(
                "\\delta h_{t-1} \\mathrel{+}= U_n^\\top \\delta q_t",
                gru.get(6).replace("_{n}", "_n"));
        assertEquals("\\delta a^r_t = \\delta r_t \\odot r_t \\odot (1-r_t),\\ \\ldots", gru.get(7));
    }

    @Test
    void biasesAsChosen() {
        assertEquals(
                "aₜ = W xₜ + U hₜ₋₁ + b",
                new Lstm().lines(BiasMode.SINGLE).get(0).plain());
        assertEquals(
                "aₜ = W xₜ + U hₜ₋₁", new Lstm().lines(BiasMode.NONE).get(0).plain());
    }

    @Test
    void activationsPrintTheirOwnSlope() {
        assertEquals("δaₜ = δhₜ ⊙ hₜ ⊙ (1 − hₜ)", slope(Activation.SIGMOID));
        assertEquals("δaₜ = δhₜ ⊙ [aₜ > 0]", slope(Activation.RELU));
        assertEquals("δaₜ = δhₜ", slope(Activation.IDENTITY));
        assertEquals(
                "hₜ = aₜ",
                new Rnn(Activation.IDENTITY).lines(BiasMode.NONE).get(1).plain());
    }

    private static String slope(Activation activation) {
        return Adjoints.of(new Rnn(activation).lines(BiasMode.DOUBLE)).get(0).plain();
    }

    @Test
    void headAndLosses() {
        Network network = Network.of(new Rnn(Activation.TANH), 2, 3, 1, LossSpec.atLast(LossKind.MSE));
        assertEquals(List.of("yₜ = V hₜ + b_y"), plain(network.headLines()));
        assertEquals(List.of("δhₜ += Vᵀ δyₜ", "δV += δyₜ hₜᵀ, δb_y += δyₜ"), plain(Adjoints.of(network.headLines())));
        assertEquals("Lₜ = mean (yₜ − y*ₜ)², L += w Lₜ", network.lossLine().plain());
        assertEquals(List.of("δyₜ = w · 2/(B·O) · (yₜ − y*ₜ)"), plain(Adjoints.of(List.of(network.lossLine()))));
        Network classifier = Network.of(new Rnn(Activation.TANH), 2, 3, 2, LossSpec.atLast(LossKind.CROSS_ENTROPY));
        assertEquals(
                "pₜ = softmax(yₜ), Lₜ = mean −log pₜ[y*ₜ], L += w Lₜ",
                classifier.lossLine().plain());
        assertEquals(List.of("δyₜ = w/B · (pₜ − 1[y*ₜ])"), plain(Adjoints.of(List.of(classifier.lossLine()))));
    }
}
