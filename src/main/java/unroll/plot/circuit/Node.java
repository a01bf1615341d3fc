package unroll.plot.circuit;

import java.util.List;
import unroll.core.op.VectorRef;

/** What stands in a circuit: a vector, an operation, or a way out. */
sealed interface Node {
    /** A vector, or one block of it, that has numbers of its own. */
    record Vector(VectorRef ref) implements Node {
        /** Whether the cell is given it: nothing in the circuit makes it. */
        boolean isBefore() {
            return ref.shift() != 0;
        }
    }

    /**
     * A part of what a line computes.
     *
     * @param kind what it does
     * @param line the index of the line in the cell
     * @param term the index of the term that it makes; {@link #WHOLE} for the whole right-hand side
     * @param rows what is written on it, in TeX: a sign, or the summands one below the other
     */
    record Operator(Kind kind, int line, int term, List<String> rows) implements Node {
        static final int WHOLE = -1;

        public Operator {
            rows = List.copyOf(rows);
        }

        /** Whether what it makes is only a summand of its line: a vector that has no name. */
        boolean isTerm() {
            return term != WHOLE;
        }
    }

    /**
     * Where a vector leaves the cell.
     *
     * @param upward to the layer above or the head within the step; else to the next step
     */
    record Exit(VectorRef ref, boolean upward) implements Node {}

    /** What an operation does. */
    enum Kind {
        /** v + w. */
        SUM,
        /** A sum with matrices and biases, which are written on it. */
        AFFINE,
        /** v ⊙ w. */
        PRODUCT,
        /** 1 − v. */
        COMPLEMENT,
        /** φ(v). */
        ACTIVATION,
        /** [v; w]. */
        CONCAT
    }

    /** Whether wires may reach it from above and below as well as from the left. */
    default boolean isOpenAllAround() {
        return this instanceof Operator operator
                && operator.kind() != Kind.ACTIVATION
                && operator.kind() != Kind.COMPLEMENT;
    }
}
