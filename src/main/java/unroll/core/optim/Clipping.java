package unroll.core.optim;

import static unroll.core.optim.Symbols.G;

import java.util.List;
import unroll.core.op.Binary;
import unroll.core.op.Formula;
import unroll.core.op.Unary;
import unroll.core.op.UpdateLine;
import unroll.core.op.UpdateVariable;

/** What bounds a gradient before it is used. */
public sealed interface Clipping {
    /** The name in files and commands. */
    String id();

    List<UpdateLine> lines();

    /** The gradient as it is. */
    record None() implements Clipping {
        @Override
        public String id() {
            return "none";
        }

        @Override
        public List<UpdateLine> lines() {
            return List.of();
        }
    }

    /**
     * One factor for the gradient of all parameters, so that its norm is at most θ (Pascanu, Mikolov and Bengio 2013).
     */
    record GlobalNorm(Flavour flavour, double threshold) implements Clipping {
        public GlobalNorm {
            Hyperparameter.requirePositive("clipping threshold", threshold);
        }

        @Override
        public String id() {
            return "norm";
        }

        @Override
        public List<UpdateLine> lines() {
            return toNorm(flavour, UpdateVariable.NORM, threshold);
        }
    }

    /** One factor for the gradient of each parameter tensor by itself, as with Keras' {@code clipnorm}. */
    record TensorNorm(Flavour flavour, double threshold) implements Clipping {
        public TensorNorm {
            Hyperparameter.requirePositive("clipping threshold", threshold);
        }

        @Override
        public String id() {
            return "tensor-norm";
        }

        @Override
        public List<UpdateLine> lines() {
            return toNorm(flavour, UpdateVariable.TENSOR_NORM, threshold);
        }
    }

    /** Each derivative by itself into −θ … θ. */
    record Value(double threshold) implements Clipping {
        public Value {
            Hyperparameter.requirePositive("clipping threshold", threshold);
        }

        @Override
        public String id() {
            return "value";
        }

        @Override
        public List<UpdateLine> lines() {
            Formula theta = theta(threshold);
            Formula bounded = new Binary.Minimum(new Binary.Maximum(G, new Unary.Negative(theta)), theta);
            return List.of(UpdateLine.Assignment.of(UpdateVariable.GRADIENT, bounded));
        }
    }

    private static Formula theta(double threshold) {
        return new Formula.Scalar("θ", "\\theta", threshold);
    }

    private static List<UpdateLine> toNorm(Flavour flavour, UpdateVariable norm, double threshold) {
        Formula theta = theta(threshold);
        Formula n = new Formula.Variable(norm);
        Formula guard = new Formula.Scalar("10⁻⁶", "10^{-6}", 1e-6);
        Formula factor = flavour == Flavour.TORCH
                ? new Binary.Minimum(Formula.Scalar.ONE, theta.over(n.plus(guard)))
                : theta.over(new Binary.Maximum(n, theta));
        return List.of(new UpdateLine.Norm(norm), UpdateLine.Assignment.of(UpdateVariable.GRADIENT, G.times(factor)));
    }
}
