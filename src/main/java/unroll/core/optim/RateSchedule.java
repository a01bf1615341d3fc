package unroll.core.optim;

import unroll.core.op.Binary;
import unroll.core.op.Formula;
import unroll.core.op.Unary;
import unroll.core.op.UpdateLine;
import unroll.core.op.UpdateVariable;

/**
 * How the learning rate η changes: a pure function of the iteration k, from 1, so that a training that goes on from a
 * checkpoint has the same rates. With w iterations of warm-up, η = min(1, k/w) · course(max(k − 1 − w, 0)); the course
 * gives the rate after some iterations since the warm-up, beginning with η₀.
 *
 * @param warmUp w, in which the rate rises evenly; 0 for none
 */
public record RateSchedule(Course course, long warmUp) {
    /** η₀ throughout. */
    public static final RateSchedule CONSTANT = new RateSchedule(new Constant(), 0);

    public RateSchedule {
        if (warmUp < 0) {
            throw new IllegalArgumentException("the iterations of warm-up must be 0 or more, not " + warmUp);
        }
    }

    /** The rate once it is warm. */
    public sealed interface Course {
        /** The name in files and commands. */
        String id();

        /**
         * The rate after some iterations.
         *
         * @param initial η₀
         * @param done how many iterations, from 0
         */
        Formula rate(Formula initial, Formula done);
    }

    /** η₀. */
    public record Constant() implements Course {
        @Override
        public String id() {
            return "constant";
        }

        @Override
        public Formula rate(Formula initial, Formula done) {
            return initial;
        }
    }

    /** η₀ γ^⌊n/s⌋ after n iterations: a factor at every so many. */
    public record Step(long every, double factor) implements Course {
        public Step {
            requireIterations("a step of the learning rate", every);
            if (!(factor > 0 && factor <= 1)) {
                throw new IllegalArgumentException(
                        "the factor of the learning rate must be above 0 and at most 1, not " + factor);
            }
        }

        @Override
        public String id() {
            return "step";
        }

        @Override
        public Formula rate(Formula initial, Formula done) {
            Formula.Scalar gamma = new Formula.Scalar("γ", "\\gamma", factor);
            Formula steps = new Unary.Floor(done.over(new Formula.Scalar("s", "s", every)));
            return initial.times(new Unary.PowerOf(gamma, steps));
        }
    }

    /**
     * η₁ + ½ (η₀ − η₁) (1 + cos(π min(n/K, 1))) after n iterations: half a wave from η₀ to η₁ (Loshchilov and Hutter
     * 2017).
     *
     * @param iterations K
     * @param last η₁
     */
    public record Cosine(long iterations, double last) implements Course {
        public Cosine {
            requireIterations("the cosine of the learning rate", iterations);
            Hyperparameter.requireNotNegative("last learning rate", last);
        }

        @Override
        public String id() {
            return "cosine";
        }

        @Override
        public Formula rate(Formula initial, Formula done) {
            Formula least = new Formula.Scalar("η₁", "\\eta_1", last);
            Formula share = new Binary.Minimum(done.over(new Formula.Scalar("K", "K", iterations)), Formula.Scalar.ONE);
            Formula wave = Formula.Scalar.ONE.plus(new Unary.CosineOfPi(share));
            Formula half = new Formula.Scalar("½", "\\frac{1}{2}", 0.5);
            return least.plus(half.times(initial.minus(least)).times(wave));
        }
    }

    private static void requireIterations(String name, long iterations) {
        if (iterations < 1) {
            throw new IllegalArgumentException(name + " must take at least 1 iteration, not " + iterations);
        }
    }

    /** Whether the rate never changes, so that it needs no line. */
    public boolean isConstant() {
        return course instanceof Constant && warmUp == 0;
    }

    /** η = what the iteration's rate is. */
    UpdateLine line(double initialRate) {
        Formula initial = new Formula.Scalar("η₀", "\\eta_0", initialRate);
        Formula done = Symbols.K.minus(Formula.Scalar.ONE);
        if (warmUp == 0) {
            return UpdateLine.Assignment.of(UpdateVariable.RATE, course.rate(initial, done));
        }
        Formula length = new Formula.Scalar("w", "w", warmUp);
        Formula warm = new Binary.Maximum(done.minus(length), new Formula.Scalar("0", "0", 0));
        Formula rise = new Binary.Minimum(Formula.Scalar.ONE, Symbols.K.over(length));
        return UpdateLine.Assignment.of(UpdateVariable.RATE, rise.times(course.rate(initial, warm)));
    }
}
