package unroll.core.op;

import java.util.List;
import java.util.stream.Collectors;

/** One summand of a {@link Op.Sum}. Each keeps a number of its own, which is what an inspector ranks. */
public sealed interface Term {
    String plain();

    String tex();

    /** M v. */
    record Product(ParameterRef matrix, VectorRef vector) implements Term {
        @Override
        public String plain() {
            return matrix.plain() + " " + vector.plain();
        }

        @Override
        public String tex() {
            return matrix.tex() + " " + vector.tex();
        }
    }

    /** b. */
    record Bias(ParameterRef bias) implements Term {
        @Override
        public String plain() {
            return bias.plain();
        }

        @Override
        public String tex() {
            return bias.tex();
        }
    }

    /** A product, element by element, of one or two factors. */
    record Elementwise(List<Factor> factors) implements Term {
        public Elementwise {
            factors = List.copyOf(factors);
        }

        public static Elementwise of(Factor... factors) {
            return new Elementwise(List.of(factors));
        }

        @Override
        public String plain() {
            return factors.stream().map(Factor::plain).collect(Collectors.joining(" ⊙ "));
        }

        @Override
        public String tex() {
            return factors.stream().map(Factor::tex).collect(Collectors.joining(" \\odot "));
        }
    }
}
