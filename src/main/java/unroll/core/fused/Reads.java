package unroll.core.fused;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import unroll.core.op.Equation;
import unroll.core.op.Factor;
import unroll.core.op.Op;
import unroll.core.op.Term;
import unroll.core.op.VectorRef;

/** Who reads what among the forward lines of a cell. */
final class Reads {
    private Reads() {}

    /** The vectors that an operation reads. */
    static Set<VectorRef> of(Op op) {
        Set<VectorRef> read = new LinkedHashSet<>();
        if (op instanceof Op.Sum sum) {
            sum.terms().forEach(term -> read.addAll(of(term)));
        } else if (op instanceof Op.Activate activate) {
            read.add(activate.argument());
        } else if (op instanceof Op.Concat concat) {
            read.add(concat.first());
            read.add(concat.second());
        } else if (op instanceof Op.LogSoftmax softmax) {
            read.add(softmax.argument());
        } else if (op instanceof Op.Loss loss) {
            read.add(loss.output());
        }
        return read;
    }

    /** The vectors that a term reads. */
    static Set<VectorRef> of(Term term) {
        Set<VectorRef> read = new LinkedHashSet<>();
        if (term instanceof Term.Product product) {
            read.add(product.vector());
        } else if (term instanceof Term.Elementwise product) {
            product.factors().stream().map(Factor::vector).forEach(read::add);
        }
        return read;
    }

    /** Results of activations, each with the argument that nothing else reads: it can take the argument's place. */
    static Map<VectorRef, VectorRef> replacedArguments(List<Equation> lines) {
        Map<VectorRef, VectorRef> replaced = new LinkedHashMap<>();
        for (Equation line : lines) {
            if (line.op() instanceof Op.Activate activate
                    && !activate.argument().quantity().carried()
                    && times(lines, activate.argument()) == 1) {
                replaced.put(line.target(), activate.argument());
            }
        }
        return replaced;
    }

    /** How often lines read a vector or a part that overlaps it. */
    private static int times(List<Equation> lines, VectorRef vector) {
        int count = 0;
        for (Equation line : lines) {
            for (VectorRef read : of(line.op())) {
                boolean overlaps = read.block() == vector.block()
                        || read.block() == VectorRef.WHOLE
                        || vector.block() == VectorRef.WHOLE;
                count += read.quantity().equals(vector.quantity()) && overlaps ? 1 : 0;
            }
        }
        return count;
    }
}
