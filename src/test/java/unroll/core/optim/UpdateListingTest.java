package unroll.core.optim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import unroll.core.op.UpdateLine;

/** The texts of the update lines, as the listing shows them. */
class UpdateListingTest {
    private static final Common TORCH = new Common(Flavour.TORCH, 0.1, 0);
    private static final Common KERAS = new Common(Flavour.KERAS, 0.1, 0);

    private static void assertLines(List<UpdateLine> lines, String... expected) {
        assertEquals(List.of(expected), lines.stream().map(UpdateLine::plain).toList());
    }

    private static void assertTex(List<UpdateLine> lines, String... expected) {
        assertEquals(List.of(expected), lines.stream().map(UpdateLine::tex).toList());
    }

    @Test
    void clippingByNorm() {
        assertLines(new Clipping.GlobalNorm(Flavour.TORCH, 1).lines(), "N = ‖g‖", "g ← g · min(1, θ/(N+10⁻⁶))");
        assertLines(new Clipping.GlobalNorm(Flavour.KERAS, 1).lines(), "N = ‖g‖", "g ← g · θ/max(N, θ)");
        assertLines(new Clipping.TensorNorm(Flavour.KERAS, 1).lines(), "N_θ = ‖g‖", "g ← g · θ/max(N_θ, θ)");
        assertTex(
                new Clipping.GlobalNorm(Flavour.TORCH, 1).lines(),
                "N = \\lVert g \\rVert_2",
                "g \\leftarrow g \\cdot \\min(1, \\theta / (N+10^{-6}))");
        assertTex(
                new Clipping.TensorNorm(Flavour.KERAS, 1).lines(),
                "N_\\theta = \\lVert g \\rVert_2",
                "g \\leftarrow g \\cdot \\theta / \\max(N_\\theta, \\theta)");
    }

    @Test
    void clippingByValueNeedsNoNorm() {
        assertLines(new Clipping.Value(1).lines(), "g ← min(max(g, −θ), θ)");
        assertTex(new Clipping.Value(1).lines(), "g \\leftarrow \\min(\\max(g, -\\theta), \\theta)");
    }

    @Test
    void decay() {
        List<UpdateLine> torch = Sgd.torch().with(TORCH.withWeightDecay(0.1)).lines();
        assertLines(torch, "g ← g + λ w", "w ← w − η g");
        assertTex(torch, "g \\leftarrow g + \\lambda w", "w \\leftarrow w - \\eta g");
        List<UpdateLine> keras = Sgd.keras().with(KERAS.withWeightDecay(0.1)).lines();
        assertLines(keras, "w ← w − η λ w", "w ← w − η g");
        assertEquals("w ← w − η λ w", AdamW.torch().lines().get(0).plain());
    }

    @Test
    void aPenaltyIsAPartOfTheGradientInEveryLibrary() {
        assertLines(Sgd.torch().with(TORCH.withL2(0.1)).lines(), "g ← g + λ₂ w", "w ← w − η g");
        assertLines(
                Sgd.keras().with(KERAS.withL2(0.1).withWeightDecay(0.1)).lines(),
                "g ← g + λ₂ w",
                "w ← w − η λ w",
                "w ← w − η g");
        assertTex(
                Sgd.torch().with(TORCH.withL2(0.1)).lines(),
                "g \\leftarrow g + \\lambda_2 w",
                "w \\leftarrow w - \\eta g");
    }

    @Test
    void momentum() {
        assertLines(new Sgd(TORCH, 0.9, 0, false).lines(), "d ← μ d + g", "w ← w − η d");
        assertLines(new Sgd(TORCH, 0.9, 0.5, false).lines(), "d ← μ d + (1−τ) g, first step d = g", "w ← w − η d");
        assertTex(
                new Sgd(TORCH, 0.9, 0.5, false).lines(),
                "d \\leftarrow \\mu d + (1-\\tau) g",
                "w \\leftarrow w - \\eta d");
        assertLines(new Sgd(TORCH, 0.9, 0, true).lines(), "d ← μ d + g", "w ← w − η (g + μ d)");
        assertLines(new Sgd(KERAS, 0.9, 0, false).lines(), "v ← μ v − η g", "w ← w + v");
        assertLines(new Sgd(KERAS, 0.9, 0, true).lines(), "v ← μ v − η g", "w ← w + μ v − η g");
    }

    @Test
    void rmsProp() {
        assertLines(RmsProp.torch().lines(), "v ← ρ v + (1−ρ) g²", "w ← w − η g/(√v + ε)");
        assertLines(RmsProp.keras().lines(), "v ← ρ v + (1−ρ) g²", "w ← w − η g/√(v + ε)");
        assertTex(
                RmsProp.torch().lines(),
                "v \\leftarrow \\rho v + (1-\\rho) g^2",
                "w \\leftarrow w - \\eta g / (\\sqrt v + \\varepsilon)");
        assertLines(
                new RmsProp(TORCH, 0.9, 1e-8, 0.9, true).lines(),
                "v ← ρ v + (1−ρ) g²",
                "ḡ ← ρ ḡ + (1−ρ) g",
                "d ← μ d + g/(√(v − ḡ²) + ε)",
                "w ← w − η d");
        assertLines(
                new RmsProp(KERAS, 0.9, 1e-8, 0.9, false).lines(),
                "v ← ρ v + (1−ρ) g²",
                "d ← μ d + η g/√(v + ε)",
                "w ← w − d");
    }

    @Test
    void adagrad() {
        assertLines(Adagrad.torch().lines(), "v ← v + g²", "w ← w − η g/(√v + ε)");
        assertLines(Adagrad.keras().lines(), "v ← v + g²", "w ← w − η g/√(v + ε)");
        List<UpdateLine> slowing = new Adagrad(TORCH, 0, 1e-8, 0.1).lines();
        assertLines(slowing, "v ← v + g²", "w ← w − η/(1+(k−1)·decay) g/(√v + ε)");
        assertTex(
                slowing,
                "v \\leftarrow v + g^2",
                "w \\leftarrow w - \\eta / (1+(k-1) \\cdot \\mathrm{decay}) g / (\\sqrt v + \\varepsilon)");
    }

    @Test
    void adam() {
        assertLines(
                Adam.torch().lines(),
                "m ← β₁ m + (1−β₁) g",
                "v ← β₂ v + (1−β₂) g²",
                "m\u0302 = m/(1−β₁ᵏ)",
                "v\u0302 = v/(1−β₂ᵏ)",
                "w ← w − η m\u0302/(√v\u0302 + ε)");
        assertTex(
                Adam.torch().lines(),
                "m \\leftarrow \\beta_1 m + (1-\\beta_1) g",
                "v \\leftarrow \\beta_2 v + (1-\\beta_2) g^2",
                "\\hat m = m / (1-\\beta_1^k)",
                "\\hat v = v / (1-\\beta_2^k)",
                "w \\leftarrow w - \\eta \\hat m / (\\sqrt{\\hat v} + \\varepsilon)");
        assertLines(
                Adam.keras().lines(),
                "m ← β₁ m + (1−β₁) g",
                "v ← β₂ v + (1−β₂) g²",
                "η\u0302 = η √(1−β₂ᵏ)/(1−β₁ᵏ)",
                "w ← w − η\u0302 m/(√v + ε)");
    }

    @Test
    void amsgradUsesTheLargestSquare() {
        Moments amsgrad = new Moments(0.9, 0.999, 1e-8, true);
        List<String> torch =
                new Adam(TORCH, amsgrad).lines().stream().map(UpdateLine::plain).toList();
        assertEquals("v\u0304 ← max(v\u0304, v)", torch.get(2));
        assertEquals("v\u0302 = v\u0304/(1−β₂ᵏ)", torch.get(4));
        List<UpdateLine> keras = new Adam(KERAS, amsgrad).lines();
        assertEquals("w ← w − η\u0302 m/(√v\u0304 + ε)", keras.get(4).plain());
        assertEquals(
                "w \\leftarrow w - \\hat\\eta m / (\\sqrt{\\bar v} + \\varepsilon)",
                keras.get(4).tex());
    }

    @Test
    void linesStandInTheOrderNormClipDecayOptimiser() {
        Optimizer decaying = Sgd.torch().withMomentum(0.9).with(TORCH.withWeightDecay(0.1));
        assertLines(
                new UpdateRule(new Clipping.GlobalNorm(Flavour.TORCH, 1), decaying).lines(),
                "N = ‖g‖",
                "g ← g · min(1, θ/(N+10⁻⁶))",
                "g ← g + λ w",
                "d ← μ d + g",
                "w ← w − η d");
    }

    @Test
    void aLineNamesItsHyperparameters() {
        UpdateLine.Assignment line =
                (UpdateLine.Assignment) Adam.keras().lines().get(2);
        assertEquals(
                List.of("η = 0.001", "β₂ = 0.999", "β₁ = 0.9"),
                line.hyperparameters().stream()
                        .map(each -> each.plain() + " = " + each.value())
                        .toList());
    }
}
