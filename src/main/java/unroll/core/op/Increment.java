package unroll.core.op;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What one occurrence of a vector in a forward line adds to that vector's gradient. The gradient of any q is written
 * δq = ∂L/∂q.
 */
public sealed interface Increment {
    /** The vector, or the block of one, whose gradient grows. */
    VectorRef target();

    /** The vector whose gradient is read. */
    VectorRef source();

    boolean negative();

    String plain();

    String tex();

    private static String delta(VectorRef vector) {
        return "δ" + vector.plain();
    }

    private static String deltaTex(VectorRef vector) {
        return "\\delta " + vector.tex();
    }

    /** δv += Mᵀ δy. */
    record Transposed(VectorRef target, ParameterRef matrix, VectorRef source) implements Increment {
        @Override
        public boolean negative() {
            return false;
        }

        @Override
        public String plain() {
            return matrix.plain() + "ᵀ " + delta(source);
        }

        @Override
        public String tex() {
            return matrix.tex() + "^\\top " + deltaTex(source);
        }
    }

    /** δv += ± δy ⊙ the other factors of the product. */
    record Elementwise(VectorRef target, VectorRef source, boolean negative, List<Factor> others) implements Increment {
        public Elementwise {
            others = List.copyOf(others);
        }

        @Override
        public String plain() {
            return delta(source)
                    + others.stream().map(factor -> " ⊙ " + factor.plain()).collect(Collectors.joining());
        }

        @Override
        public String tex() {
            return deltaTex(source) + " \\odot " + othersTex();
        }

        String othersTex() {
            return others.stream().map(Factor::tex).collect(Collectors.joining(" \\odot "));
        }
    }

    /** δa = δy ⊙ φ′(a). */
    record Slope(VectorRef target, VectorRef source, Activation function) implements Increment {
        @Override
        public boolean negative() {
            return false;
        }

        @Override
        public String plain() {
            String slope = function.slopePlain(source.plain(), target.plain());
            return slope.isEmpty() ? delta(source) : delta(source) + " ⊙ " + slope;
        }

        /** As {@link #plain}, without the step, for the head of a line over blocks. */
        String withoutStep() {
            String slope = function.slopePlain(source.letter(), target.letter());
            return "δ" + source.letter() + (slope.isEmpty() ? "" : " ⊙ " + slope);
        }

        @Override
        public String tex() {
            String slope = function.slopeTex(source.tex(), target.tex());
            return slope.isEmpty() ? deltaTex(source) : deltaTex(source) + " \\odot " + slope;
        }
    }

    /**
     * δv += its slice of δu, where u = [first; second].
     *
     * @param first the vector that stands before
     * @param isFirst whether the target is that one
     */
    record Slice(VectorRef target, VectorRef source, VectorRef first, boolean isFirst) implements Increment {
        @Override
        public boolean negative() {
            return false;
        }

        @Override
        public String plain() {
            return (isFirst ? "first I of " : "last H of ") + delta(source);
        }

        @Override
        public String tex() {
            return deltaTex(source) + (isFirst ? "[{:}I]" : "[I{:}]");
        }
    }

    /** δy = δŷ − exp(ŷ) · Σ δŷ. */
    record LogSoftmaxSlope(VectorRef target, VectorRef source) implements Increment {
        @Override
        public boolean negative() {
            return false;
        }

        @Override
        public String plain() {
            return delta(source) + " − exp(" + source.plain() + ") · Σ " + delta(source);
        }

        @Override
        public String tex() {
            return deltaTex(source) + " - \\exp(" + source.tex() + ") \\cdot \\sum " + deltaTex(source);
        }
    }

    /** δy from the loss itself; {@code source} is the loss. */
    record LossSlope(VectorRef target, VectorRef source, LossKind kind) implements Increment {
        @Override
        public boolean negative() {
            return false;
        }

        @Override
        public String plain() {
            return kind.slopePlain(target);
        }

        @Override
        public String tex() {
            return kind.slopeTex(target);
        }
    }
}
