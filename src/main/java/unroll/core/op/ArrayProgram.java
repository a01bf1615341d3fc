package unroll.core.op;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import unroll.core.kernel.Arithmetic;
import unroll.core.kernel.Kernel;
import unroll.core.kernel.Operand;
import unroll.core.kernel.Scaled;

/**
 * A formula as operations on whole arrays, which go over a piece of all of them at a time. What a pass over a piece costs
 * is loading and storing, so that a factor, a square or a root waits to be computed along with what is made of it. For
 * one thread; running allocates nothing.
 */
final class ArrayProgram {
    /** Short enough for all pieces in use to stay in the first cache, long enough to make the walk over a formula cheap. */
    static final int PIECE = 512;

    /** x − 0 is x, also where x is −0. */
    private static final Formula NOTHING = new Formula.Scalar("−0", "-0", -0.0);

    private enum Function {
        NONE,
        SQUARE,
        ROOT
    }

    /**
     * Values that an operation can take: a number times a function of what stands in an array.
     *
     * @param scale the number; 1 for none
     * @param runs whether the array goes over all parameters, or holds the present piece
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Term(double[] data, Scaled scaled, Formula scale, Function function, boolean runs) {
        private boolean isBare() {
            return isUnscaled() && function == Function.NONE;
        }

        private boolean isUnscaled() {
            return scale.equals(Formula.Scalar.ONE);
        }

        private void moveTo(int from) {
            if (runs) {
                scaled.operand().moveTo(from);
            }
        }
    }

    @FunctionalInterface
    private interface Operation {
        void run(Kernel kernel, int length, Scaled left, Scaled right, Operand result);
    }

    private record Step(Operation operation, Term left, Term right, Term result) {
        private Step into(Term target) {
            return new Step(operation, left, right, target);
        }

        private void run(Kernel kernel, int from, int length) {
            left.moveTo(from);
            right.moveTo(from);
            result.moveTo(from);
            operation.run(
                    kernel,
                    length,
                    left.scaled(),
                    right.scaled(),
                    result.scaled().operand());
        }
    }

    private final UpdateMemory memory;
    private final double[] ones = new double[PIECE];
    private final List<Term> terms = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private final List<double[]> pieces = new ArrayList<>();
    private final Deque<double[]> free = new ArrayDeque<>();

    /** What computes a formula into a variable. */
    ArrayProgram(UpdateMemory memory, UpdateVariable target, Formula formula) {
        this.memory = memory;
        Arrays.fill(ones, 1);
        Term result = formula.compile(this);
        if (steps.isEmpty() || !result.isBare()) {
            bare(result);
        }
        int last = steps.size() - 1;
        steps.set(last, steps.get(last).into(variable(target)));
    }

    /** The values of an elementwise variable. */
    Term variable(UpdateVariable variable) {
        return term(memory.values(variable), Formula.Scalar.ONE, Function.NONE, true);
    }

    /** A single number, the same in every place. */
    Term number(Formula formula) {
        return term(ones, formula, Function.NONE, false);
    }

    private Term term(double[] data, Formula scale, Function function, boolean runs) {
        Term term = new Term(data, new Scaled(Operand.repeated(data, 0)), scale, function, runs);
        terms.add(term);
        return term;
    }

    /** A single number times x. */
    Term times(Formula number, Term x) {
        Term y = x.isUnscaled() ? x : bare(x);
        return term(y.data(), number, y.function(), y.runs());
    }

    /** x². */
    Term square(Term x) {
        return applied(Function.SQUARE, x);
    }

    /** √x. */
    Term root(Term x) {
        return applied(Function.ROOT, x);
    }

    private Term applied(Function function, Term x) {
        Term y = x.isBare() ? x : bare(x);
        return term(y.data(), Formula.Scalar.ONE, function, y.runs());
    }

    /** left ∘ right. */
    Term combine(Arithmetic arithmetic, Term left, Term right) {
        boolean adds = arithmetic == Arithmetic.ADD;
        if (adds && left.function() == Function.NONE && right.function() == Function.SQUARE) {
            return add(Kernel::addSquare, left, right);
        }
        boolean isRoot = left.function() == Function.ROOT && left.isUnscaled();
        if (adds && isRoot && right.function() == Function.NONE) {
            return add((kernel, length, u, v, y) -> kernel.addToRoot(length, u.operand(), v, y), left, right);
        }
        Term one = computed(left);
        Term other = computed(right);
        return add((kernel, length, u, v, y) -> kernel.combine(arithmetic, length, u, v, y), one, other);
    }

    /** The same with its function computed. */
    private Term computed(Term x) {
        return switch (x.function()) {
            case NONE -> x;
            case SQUARE -> combine(Arithmetic.ADD, number(NOTHING), x);
            case ROOT -> {
                Term root = term(x.data(), Formula.Scalar.ONE, Function.ROOT, x.runs());
                Term values = combine(Arithmetic.ADD, root, number(NOTHING));
                yield x.isUnscaled() ? values : times(x.scale(), values);
            }
        };
    }

    /** The same as values of their own. */
    private Term bare(Term x) {
        Term values = computed(x);
        return x.function() != Function.NONE && values.isBare()
                ? values
                : combine(Arithmetic.ADD, values, number(NOTHING));
    }

    private Term add(Operation operation, Term left, Term right) {
        release(left);
        release(right);
        Term result = term(piece(), Formula.Scalar.ONE, Function.NONE, false);
        steps.add(new Step(operation, left, right, result));
        return result;
    }

    /** An operation may write where it reads, so that what it reads is free for its own result. */
    private void release(Term term) {
        if (pieces.contains(term.data()) && !free.contains(term.data())) {
            free.push(term.data());
        }
    }

    private double[] piece() {
        if (free.isEmpty()) {
            double[] added = new double[PIECE];
            pieces.add(added);
            return added;
        }
        return free.pop();
    }

    /** Takes up the present values of single numbers for a tensor. */
    void begin(int tensor) {
        for (int i = 0; i < terms.size(); i++) {
            Term term = terms.get(i);
            term.scaled().setScale(term.scale().number(memory, tensor));
        }
    }

    /** Computes a piece of at most {@link #PIECE} places. */
    void run(Kernel kernel, int from, int length) {
        for (int i = 0; i < steps.size(); i++) {
            steps.get(i).run(kernel, from, length);
        }
    }
}
