package unroll.core.optim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.core.Allocation;
import unroll.core.cell.Lstm;
import unroll.core.model.LossSpec;
import unroll.core.model.Network;
import unroll.core.model.ParameterLayout;
import unroll.core.model.ParameterLayout.Entry;
import unroll.core.op.LossKind;
import unroll.core.op.UpdateVariable;
import unroll.core.tensor.RandomStream;
import unroll.core.tensor.Tensor;

class UpdateProgramTest {
    /** Its tensors are longer and shorter than a piece of the evaluation. */
    private static final ParameterLayout LAYOUT =
            Network.of(new Lstm(), 7, 20, 3, LossSpec.atLast(LossKind.MSE)).parameters();

    static Stream<UpdateRule> rules() {
        Common torch = new Common(Flavour.TORCH, 0.01, 0.1);
        Common keras = new Common(Flavour.KERAS, 0.01, 0.1);
        Moments amsgrad = new Moments(0.9, 0.99, 1e-8, true);
        return Stream.of(
                new UpdateRule(new Clipping.GlobalNorm(Flavour.TORCH, 1), new Sgd(torch, 0.9, 0.5, false)),
                new UpdateRule(new Clipping.TensorNorm(Flavour.TORCH, 1), new Sgd(torch, 0.9, 0, true)),
                new UpdateRule(new Clipping.TensorNorm(Flavour.KERAS, 1), new Sgd(keras, 0.9, 0, true)),
                new UpdateRule(new Clipping.Value(0.5), new RmsProp(torch, 0.9, 1e-8, 0.5, true)),
                new UpdateRule(new Clipping.GlobalNorm(Flavour.KERAS, 1), new RmsProp(keras, 0.9, 1e-7, 0.5, true)),
                UpdateRule.of(new Adagrad(torch, 0.5, 1e-10, 0.1)),
                UpdateRule.of(new Adam(torch, amsgrad)),
                UpdateRule.of(new Adam(keras, amsgrad)),
                UpdateRule.of(new AdamW(torch, amsgrad)));
    }

    /** The arrays are working memory, shared with the program. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Run(UpdateProgram program, double[] weights, double[] gradient, RandomStream noise) {
        static Run of(UpdateRule rule) {
            double[] weights = new double[LAYOUT.size()];
            double[] gradient = new double[LAYOUT.size()];
            UpdateProgram program = new UpdateProgram(rule, LAYOUT, weights, gradient);
            return new Run(program, weights, gradient, RandomStream.named(3, "gradient"));
        }

        void newGradient() {
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] = noise.nextNormal();
            }
        }

        void update(int times) {
            for (int i = 0; i < times; i++) {
                newGradient();
                program.run();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void updatesAllocateNothing(UpdateRule rule) {
        Run run = Run.of(rule);
        run.update(2_000);
        assertEquals(0, Allocation.bytes(() -> run.update(1_000)));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void goesOnFromAStateBitForBit(UpdateRule rule) {
        Run first = Run.of(rule);
        first.update(5);
        OptimizerState state = first.program().state();
        Run second = Run.of(rule);
        System.arraycopy(first.weights(), 0, second.weights(), 0, second.weights().length);
        second.program().restore(state);
        assertEquals(5, second.program().iteration());
        for (int i = 0; i < 3; i++) {
            first.newGradient();
            System.arraycopy(first.gradient(), 0, second.gradient(), 0, second.gradient().length);
            first.program().run();
            second.program().run();
        }
        assertArrayEquals(first.weights(), second.weights());
        assertEquals(first.program().state(), second.program().state());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void lineByLineIsTheSameUpdate(UpdateRule rule) {
        Run whole = Run.of(rule);
        Run stepped = Run.of(rule);
        for (int i = 0; i < 2; i++) {
            whole.update(1);
            stepped.newGradient();
            stepped.program().begin();
            for (int line = 0; line < rule.lines().size(); line++) {
                stepped.program().run(line);
            }
        }
        assertArrayEquals(whole.weights(), stepped.weights());
        assertArrayEquals(whole.gradient(), stepped.gradient());
    }

    @Test
    void aTensorOfManyPiecesIsUpdatedEverywhere() {
        Run run = Run.of(UpdateRule.of(Sgd.plain(Flavour.TORCH, 0.5)));
        run.update(1);
        for (int i = 0; i < run.weights().length; i++) {
            assertEquals(-0.5 * run.gradient()[i], run.weights()[i]);
        }
    }

    @Test
    void everyVariableCanBeReadAfterItsLine() {
        Run run = Run.of(new UpdateRule(new Clipping.GlobalNorm(Flavour.TORCH, 1), Adam.torch()));
        run.newGradient();
        Tensor before = run.program().tensor(UpdateVariable.GRADIENT, "out.bias");
        double norm = Tensor.of(run.gradient(), run.gradient().length).norm();
        run.program().begin();
        run.program().run(0);
        Entry bias = LAYOUT.entry("out.bias");
        assertEquals(norm, run.program().value(UpdateVariable.NORM, bias, 0));
        assertEquals(Tensor.of(new double[] {norm}), run.program().tensor(UpdateVariable.NORM, "out.bias"));
        run.program().run(1);
        double clipped = before.at(2) * (1 / (norm + 1e-6));
        assertEquals(clipped, run.program().value(UpdateVariable.GRADIENT, bias, 2), 1e-16);
        run.program().run(2);
        double moment = run.program().value(UpdateVariable.MOMENT, bias, 2);
        assertEquals(0.1 * clipped, moment, 1e-16);
        run.program().run(3);
        run.program().run(4);
        assertEquals(clipped, run.program().value(UpdateVariable.UNBIASED_MOMENT, bias, 2), 1e-15);
    }

    @Test
    void theNormOfEachTensorIsItsOwn() {
        Run run = Run.of(new UpdateRule(new Clipping.TensorNorm(Flavour.KERAS, 0.5), Sgd.keras()));
        run.newGradient();
        for (Entry entry : LAYOUT.entries()) {
            double norm =
                    run.program().tensor(UpdateVariable.GRADIENT, entry.name()).norm();
            run.program().run(0);
            assertEquals(norm, run.program().value(UpdateVariable.TENSOR_NORM, entry, 0), entry.name());
        }
        run.program().run(1);
        for (String name : LAYOUT.names()) {
            assertEquals(
                    0.5, run.program().tensor(UpdateVariable.GRADIENT, name).norm(), 1e-14, name);
        }
    }

    @Test
    void onlyWhatTheLinesNameExists() {
        UpdateProgram plain = Run.of(UpdateRule.of(Sgd.torch())).program();
        assertEquals(Set.of(UpdateVariable.WEIGHT, UpdateVariable.GRADIENT), plain.variables());
        Exception problem =
                assertThrows(IllegalArgumentException.class, () -> plain.tensor(UpdateVariable.MOMENT, "out.bias"));
        assertEquals("this update has no m; it has w, g", problem.getMessage());
    }

    @Test
    void aStateOfAnotherOptimiserIsRefused() {
        OptimizerState adam = Run.of(UpdateRule.of(Adam.torch())).program().state();
        UpdateProgram momentum =
                Run.of(UpdateRule.of(Sgd.torch().withMomentum(0.9))).program();
        Exception problem = assertThrows(IllegalArgumentException.class, () -> momentum.restore(adam));
        assertEquals("this optimiser keeps d, but the state has v, m", problem.getMessage());
    }

    @Test
    void theFirstNonFiniteNumberIsNamedWithItsLine() {
        Run run = Run.of(UpdateRule.of(Adam.torch()));
        run.update(1);
        assertTrue(run.program().firstNonFinite().isEmpty());
        Entry bias = LAYOUT.entry("bias_hh_l0");
        run.gradient()[bias.offset() + 4] = 1e200;
        run.program().run();
        UpdateProgram.NonFinite found = run.program().firstNonFinite().orElseThrow();
        assertEquals(
                new UpdateProgram.NonFinite(1, UpdateVariable.SQUARE, "bias_hh_l0", 4, Double.POSITIVE_INFINITY),
                found);
    }

    @Test
    void impossibleHyperparametersAreRefused() {
        Common torch = new Common(Flavour.TORCH, 0.1, 0);
        Common keras = new Common(Flavour.KERAS, 0.1, 0);
        List.<Runnable>of(
                        () -> torch.withLearningRate(-1),
                        () -> torch.withLearningRate(Double.NaN),
                        () -> torch.withWeightDecay(Double.POSITIVE_INFINITY),
                        () -> new Sgd(torch, 1.5, 0, false),
                        () -> new Sgd(torch, 0, 0, true),
                        () -> new Sgd(torch, 0.9, 0.1, true),
                        () -> new Sgd(keras, 0.9, 0.1, false),
                        () -> new RmsProp(torch, 1, 1e-8, 0, false),
                        () -> new Adagrad(keras, 0, 1e-7, 0.1),
                        () -> new Moments(0.9, 1, 1e-8, false),
                        () -> new Moments(0.9, 0.9, 0, false),
                        () -> new Clipping.Value(0),
                        () -> new Clipping.TensorNorm(Flavour.TORCH, -1))
                .forEach(each -> assertThrows(IllegalArgumentException.class, each::run));
        Exception problem =
                assertThrows(IllegalArgumentException.class, () -> new Clipping.GlobalNorm(Flavour.TORCH, 0));
        assertEquals("the clipping threshold must be a number above 0, not 0.0", problem.getMessage());
    }
}
