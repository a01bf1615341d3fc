package unroll.core.op;

import java.util.ArrayList;
import java.util.List;

/** A forward line: target ← operation. */
public record Equation(VectorRef target, Op op) implements Line {
    @Override
    public String plain() {
        if (op instanceof Op.Loss loss) {
            String softmax = loss.kind().hasProbabilities()
                    ? "pₜ = softmax(" + loss.output().plain() + "), "
                    : "";
            return softmax + "Lₜ = " + op.plain() + ", L += w Lₜ";
        }
        return target.plain() + " = " + op.plain();
    }

    @Override
    public String tex() {
        return target.tex() + " = " + op.tex();
    }

    @Override
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (int block = 0; block < target.quantity().blocks().size(); block++) {
            VectorRef part = target.quantity().block(block);
            rows.add(new Row(part.plain() + " = " + op.plain(), part.tex() + " = " + op.tex()));
        }
        return rows;
    }
}
