package unroll.core.op;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Derives the backward lines of a list of forward lines.
 *
 * <ol>
 *   <li>Forward lines in reverse order; each becomes its adjoint.
 *   <li>One line per vector that receives, in the order in which the forward line names them; terms with a minus last.
 *   <li>Activations of neighbouring blocks of one vector become one line.
 *   <li>Increments into the input x are collected in one line after the rest; so are those into what dropout left of
 *       it, one line before.
 *   <li>All parameters are one last line.
 *   <li>Every line adds. It is printed "=" where no other line of any network can add to that target.
 * </ol>
 */
public final class Adjoints {
    private final List<Line> lines = new ArrayList<>();
    private final List<Increment> intoInput = new ArrayList<>();

    private Adjoints() {}

    /** The backward lines of forward lines, in the order in which they run. */
    public static List<Line> of(List<Equation> forward) {
        Adjoints adjoints = new Adjoints();
        for (int i = forward.size() - 1; i >= 0; i--) {
            int first = adjoints.startOfMerge(forward, i);
            adjoints.add(forward.subList(first, i + 1));
            i = first;
        }
        adjoints.finish(forward);
        return List.copyOf(adjoints.lines);
    }

    /** The first of the activations, ending at {@code last}, that read blocks of the same vector. */
    private int startOfMerge(List<Equation> forward, int last) {
        int first = last;
        while (first > 0 && readsSameBlocks(forward.get(first - 1), forward.get(last))) {
            first--;
        }
        return first;
    }

    private static boolean readsSameBlocks(Equation one, Equation other) {
        return one.op() instanceof Op.Activate a
                && other.op() instanceof Op.Activate b
                && a.argument().block() != VectorRef.WHOLE
                && b.argument().block() != VectorRef.WHOLE
                && a.argument().whole().equals(b.argument().whole());
    }

    private void add(List<Equation> equations) {
        Map<VectorRef, List<Increment>> byTarget = new LinkedHashMap<>();
        for (Equation equation : equations) {
            for (Increment increment : increments(equation)) {
                Quantity receiver = increment.target().quantity();
                if (receiver.isInput()) {
                    intoInput.add(increment);
                } else if (!receiver.isGiven()) {
                    byTarget.computeIfAbsent(increment.target().whole(), target -> new ArrayList<>())
                            .add(increment);
                }
            }
        }
        byTarget.forEach((target, increments) -> lines.add(line(target, minusLast(increments))));
    }

    private static VectorLine line(VectorRef target, List<Increment> increments) {
        return new VectorLine(target, increments, target.quantity().reach() != Quantity.Reach.INNER);
    }

    private static List<Increment> minusLast(List<Increment> increments) {
        List<Increment> ordered = new ArrayList<>();
        increments.stream().filter(each -> !each.negative()).forEach(ordered::add);
        increments.stream().filter(Increment::negative).forEach(ordered::add);
        return ordered;
    }

    private void finish(List<Equation> forward) {
        // What dropout left of the input comes first: its gradient is what the input's is made of.
        for (Quantity input : List.of(Quantity.DROPPED_INPUT, Quantity.INPUT)) {
            List<Increment> increments = inForwardOrder(forward, input);
            if (!increments.isEmpty()) {
                lines.add(line(input.now(), increments));
            }
        }
        List<ParameterLine.Share> shares = new ArrayList<>();
        for (Equation equation : forward) {
            if (equation.op() instanceof Op.Sum sum) {
                sum.terms().forEach(term -> addShare(shares, term, equation.target()));
            }
        }
        if (!shares.isEmpty()) {
            lines.add(new ParameterLine(shares));
        }
    }

    /** The collected increments into an input, which were met backwards, as the forward lines name them. */
    private List<Increment> inForwardOrder(List<Equation> forward, Quantity input) {
        List<Increment> ordered = new ArrayList<>();
        for (Equation equation : forward) {
            intoInput.stream()
                    .filter(each -> each.target().quantity().equals(input)
                            && each.source().equals(equation.target()))
                    .forEach(ordered::add);
        }
        return ordered;
    }

    private static void addShare(List<ParameterLine.Share> shares, Term term, VectorRef target) {
        if (term instanceof Term.Product product) {
            shares.add(new ParameterLine.Share(product.matrix(), target, product.vector()));
        } else if (term instanceof Term.Bias bias) {
            shares.add(new ParameterLine.Share(bias.bias(), target, null));
        }
    }

    private static List<Increment> increments(Equation equation) {
        VectorRef target = equation.target();
        List<Increment> increments = new ArrayList<>();
        if (equation.op() instanceof Op.Sum sum) {
            sum.terms().forEach(term -> addIncrements(increments, term, target));
        } else if (equation.op() instanceof Op.Activate activate) {
            increments.add(new Increment.Slope(activate.argument(), target, activate.function()));
        } else if (equation.op() instanceof Op.Concat concat) {
            increments.add(new Increment.Slice(concat.first(), target, concat.first(), true));
            increments.add(new Increment.Slice(concat.second(), target, concat.first(), false));
        } else if (equation.op() instanceof Op.LogSoftmax softmax) {
            increments.add(new Increment.LogSoftmaxSlope(softmax.argument(), target));
        } else if (equation.op() instanceof Op.Loss loss) {
            increments.add(new Increment.LossSlope(loss.output(), target, loss.kind()));
        }
        return increments;
    }

    private static void addIncrements(List<Increment> increments, Term term, VectorRef target) {
        if (term instanceof Term.Product product) {
            increments.add(new Increment.Transposed(product.vector(), product.matrix(), target));
        } else if (term instanceof Term.Elementwise product) {
            List<Factor> factors = product.factors();
            for (int i = 0; i < factors.size(); i++) {
                List<Factor> others = new ArrayList<>(factors);
                Factor self = others.remove(i);
                increments.add(new Increment.Elementwise(self.vector(), target, self.complement(), others));
            }
        }
    }
}
