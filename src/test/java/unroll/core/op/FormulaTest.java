package unroll.core.op;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import unroll.core.kernel.Engine;
import unroll.core.tensor.RandomStream;

class FormulaTest {
    private static final Formula W = new Formula.Variable(UpdateVariable.WEIGHT);
    private static final Formula G = new Formula.Variable(UpdateVariable.GRADIENT);
    private static final Formula TWO = new Formula.Scalar("2", "2", 2);

    @Test
    void parenthesesStandWhereTheyAreNeeded() {
        assertEquals("w − (g − 2)", W.minus(G.minus(TWO)).plain());
        assertEquals("w − g − 2", W.minus(G).minus(TWO).plain());
        assertEquals("(w + g)²", W.plus(G).squared().plain());
        assertEquals("2 (w + g)", TWO.times(W.plus(G)).plain());
        assertEquals("w/(g w)", W.over(G.times(W)).plain());
        assertEquals("√(w/g)", W.over(G).root().plain());
        assertEquals("w − (−g)", W.minus(new Unary.Negative(G)).plain());
        assertEquals("−(w + g)", new Unary.Negative(W.plus(G)).plain());
        assertEquals("\\sqrt{w / g}", W.over(G).root().tex());
        assertEquals("(w + g)^2", W.plus(G).squared().tex());
    }

    @Test
    void sumsOfNumbersAreTight() {
        assertEquals("(1−2) g", Formula.Scalar.ONE.minus(TWO).times(G).plain());
        assertEquals("(1+2)·2", Formula.Scalar.ONE.plus(TWO).times(TWO).plain());
        assertEquals("g · 2", G.times(TWO).plain());
    }

    /** Every element is what scalar arithmetic gives, however the tensors lie across the pieces. */
    @Property(tries = 40)
    void arraysAreComputedElementByElement(
            @ForAll @IntRange(min = 1, max = 4000) int first,
            @ForAll @IntRange(min = 1, max = 1100) int second,
            @ForAll long seed) {
        check(first, second, seed, W.plus(G.times(TWO)), (w, g) -> w + g * 2);
        check(first, second, seed, W.minus(G).over(TWO), (w, g) -> (w - g) / 2);
        check(first, second, seed, TWO.minus(G.squared()), (w, g) -> 2 - g * g);
        check(first, second, seed, W.squared().root(), (w, g) -> Math.sqrt(w * w));
        check(first, second, seed, new Binary.Maximum(W, new Unary.Negative(G)), (w, g) -> Math.max(w, -g));
        check(first, second, seed, new Binary.Minimum(TWO, W.times(G.plus(W))), (w, g) -> Math.min(2, w * (g + w)));
        check(first, second, seed, TWO.times(TWO).root(), (w, g) -> 2);
    }

    private static void check(int first, int second, long seed, Formula formula, DoubleBinaryOperator expected) {
        RandomStream random = new RandomStream(seed);
        double[] weights = new double[first + second];
        double[] gradient = new double[weights.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = random.nextNormal();
            gradient[i] = random.nextNormal();
        }
        double[] before = weights.clone();
        UpdateLine line = UpdateLine.Assignment.of(UpdateVariable.WEIGHT, formula);
        run(line, new UpdateMemory(new int[] {0, first, first + second}, weights, gradient, List.of(line)));
        for (int i = 0; i < weights.length; i++) {
            assertEquals(expected.applyAsDouble(before[i], gradient[i]), weights[i], formula.plain());
        }
    }

    private static void run(UpdateLine line, UpdateMemory memory) {
        UpdateStage.of(memory, List.of(line), Engine.simple()).forEach(UpdateStage::run);
    }

    @Test
    void iterationsAndTheirPowersAreNumbers() {
        Formula.Scalar half = new Formula.Scalar("β", "\\beta", 0.5);
        Formula formula = new Formula.Iteration().plus(new Formula.IterationPower(half));
        assertEquals("k+βᵏ", formula.plain());
        assertEquals("k+\\beta^k", formula.tex());
        UpdateLine line = UpdateLine.Assignment.of(UpdateVariable.UNBIASED_RATE, formula);
        UpdateMemory memory = new UpdateMemory(new int[] {0, 2}, new double[2], new double[2], List.of(line));
        memory.setIteration(3);
        run(line, memory);
        assertEquals(3.125, memory.values(UpdateVariable.UNBIASED_RATE)[0]);
    }

    @Test
    void aNumberCannotBecomeAnArray() {
        assertThrows(IllegalArgumentException.class, () -> UpdateLine.Assignment.of(UpdateVariable.UNBIASED_RATE, W));
        assertThrows(IllegalArgumentException.class, () -> new UpdateLine.Norm(UpdateVariable.WEIGHT));
    }
}
