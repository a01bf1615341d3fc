package unroll.core.op;

import java.util.List;
import java.util.stream.Collectors;

/** A vector operation: what a line of the listing computes. */
public sealed interface Op {
    /** The right-hand side in plain text. */
    String plain();

    /** The right-hand side in TeX. */
    String tex();

    /** y = Σ terms. */
    record Sum(List<Term> terms) implements Op {
        public Sum {
            terms = List.copyOf(terms);
        }

        @Override
        public String plain() {
            return terms.stream().map(Term::plain).collect(Collectors.joining(" + "));
        }

        @Override
        public String tex() {
            return terms.stream().map(Term::tex).collect(Collectors.joining(" + "));
        }
    }

    /** y = φ(a). */
    record Activate(Activation function, VectorRef argument) implements Op {
        @Override
        public String plain() {
            return function == Activation.IDENTITY ? argument.plain() : function.plain() + "(" + argument.plain() + ")";
        }

        @Override
        public String tex() {
            return function == Activation.IDENTITY ? argument.tex() : function.tex() + "(" + argument.tex() + ")";
        }
    }

    /** u = [first; second]. */
    record Concat(VectorRef first, VectorRef second) implements Op {
        @Override
        public String plain() {
            return "[" + first.plain() + " ; " + second.plain() + "]";
        }

        @Override
        public String tex() {
            return "[" + first.tex() + " ; " + second.tex() + "]";
        }
    }

    /** ŷ = y − log Σ exp y, with the largest y taken out of the exponents first. */
    record LogSoftmax(VectorRef argument) implements Op {
        @Override
        public String plain() {
            return "log-softmax(" + argument.plain() + ")";
        }

        @Override
        public String tex() {
            return "\\log\\mathrm{softmax}(" + argument.tex() + ")";
        }
    }

    /** L_t from the output and the target; the line also adds w L_t to L. */
    record Loss(LossKind kind, VectorRef output) implements Op {
        @Override
        public String plain() {
            return kind.plain(output);
        }

        @Override
        public String tex() {
            return kind.tex(output);
        }
    }
}
