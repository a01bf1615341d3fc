package unroll.core.op;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A line of the update. It acts on all parameter tensors at once, in the order in which they lie. */
public sealed interface UpdateLine extends Line {
    /** What the line computes. */
    UpdateVariable target();

    /** What it reads. */
    Set<UpdateVariable> reads();

    @Override
    default List<Row> rows() {
        return List.of();
    }

    /**
     * The Euclidean norm of the gradient.
     *
     * @param target the norm over all tensors, or of each alone
     */
    record Norm(UpdateVariable target) implements UpdateLine {
        public Norm {
            if (target != UpdateVariable.NORM && target != UpdateVariable.TENSOR_NORM) {
                throw new IllegalArgumentException(target.plain() + " is no norm");
            }
        }

        @Override
        public String plain() {
            return target.plain() + " = ‖g‖";
        }

        @Override
        public String tex() {
            return target.tex() + " = \\lVert g \\rVert_2";
        }

        @Override
        public Set<UpdateVariable> reads() {
            return EnumSet.of(UpdateVariable.GRADIENT);
        }

        /** Carries the line out. */
        void run(UpdateMemory memory) {
            memory.takeNorm(target);
        }
    }

    /**
     * target ← formula, element by element.
     *
     * @param formula from the second iteration on
     * @param first in the first iteration; the same formula unless a state starts in a way of its own
     */
    record Assignment(UpdateVariable target, Formula formula, Formula first) implements UpdateLine {
        public Assignment {
            if (target.isScalar() && !(formula.isScalar() && first.isScalar())) {
                throw new IllegalArgumentException(
                        target.plain() + " is one number, but " + formula.plain() + " is many");
            }
        }

        public static Assignment of(UpdateVariable target, Formula formula) {
            return new Assignment(target, formula, formula);
        }

        /** The formula that an iteration runs. */
        public Formula formulaAt(long iteration) {
            return iteration == 1 ? first : formula;
        }

        @Override
        public String plain() {
            String sign = target.lifetime() == UpdateVariable.Lifetime.FRESH ? " = " : " ← ";
            String start = first.equals(formula) ? "" : ", first step " + target.plain() + " = " + first.plain();
            return target.plain() + sign + formula.plain() + start;
        }

        @Override
        public String tex() {
            String sign = target.lifetime() == UpdateVariable.Lifetime.FRESH ? " = " : " \\leftarrow ";
            return target.tex() + sign + formula.tex();
        }

        @Override
        public Set<UpdateVariable> reads() {
            Set<UpdateVariable> read = EnumSet.noneOf(UpdateVariable.class);
            for (Formula side : List.of(formula, first)) {
                side.forEach(each -> {
                    if (each instanceof Formula.Variable variable) {
                        read.add(variable.variable());
                    }
                });
            }
            return read;
        }

        /** The hyperparameters that the formula names, in order. */
        public List<Formula.Scalar> hyperparameters() {
            Set<Formula.Scalar> named = new LinkedHashSet<>();
            formula.forEach(each -> {
                if (each instanceof Formula.Scalar scalar && scalar.isHyperparameter()) {
                    named.add(scalar);
                }
            });
            return List.copyOf(named);
        }

        /** Carries the line out for a target that is one number, tensor by tensor. */
        void runOnNumbers(UpdateMemory memory) {
            Formula present = formulaAt(memory.iteration());
            double[] values = memory.values(target);
            for (int tensor = 0; tensor < values.length; tensor++) {
                values[tensor] = present.number(memory, tensor);
            }
        }
    }
}
