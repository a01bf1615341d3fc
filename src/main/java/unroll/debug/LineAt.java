package unroll.debug;

import java.util.List;
import unroll.core.model.Schedule.ScheduledLine;
import unroll.core.op.Equation;
import unroll.core.op.Factor;
import unroll.core.op.Increment;
import unroll.core.op.Line;
import unroll.core.op.ParameterLine;
import unroll.core.op.VectorLine;
import unroll.core.op.VectorRef;
import unroll.debug.Inspection.Subject;

/**
 * A line where it runs.
 *
 * @param text the line, or the row of it that is meant, with its time steps as numbers
 */
public record LineAt(Position position, Notation text) {
    /** The whole line. */
    static LineAt of(Position position) {
        ScheduledLine line = position.line();
        return new LineAt(position, new Notation(line.plain(), line.tex()).atStep(position.t()));
    }

    /** The row of a line that makes or adds to a number. */
    static LineAt writing(Position position, Subject subject, Operands operands) {
        Line line = position.line().line();
        VectorRef target = line instanceof Equation equation ? equation.target() : ((VectorLine) line).target();
        int block = subject.unit() / operands.blockWidth(target);
        return row(position, block);
    }

    /** The row of a line that reads a number: the first that does, or the whole line where all rows do. */
    static LineAt reading(Position position, Subject subject, Operands operands) {
        Line line = position.line().line();
        if (line instanceof VectorLine vector) {
            List<Increment> increments = vector.increments();
            for (int i = 0; i < increments.size(); i++) {
                if (reads(increments.get(i), subject, operands)) {
                    return row(position, i);
                }
            }
        } else if (line instanceof ParameterLine parameters) {
            List<ParameterLine.Share> shares = parameters.shares();
            for (int i = 0; i < shares.size(); i++) {
                ParameterLine.Share share = shares.get(i);
                VectorRef read = subject.gradient() ? share.source() : share.vector();
                if (read != null && operands.isPartOf(read, subject)) {
                    return row(position, i);
                }
            }
        }
        return of(position);
    }

    private static boolean reads(Increment increment, Subject subject, Operands operands) {
        if (subject.gradient()) {
            return operands.isPartOf(increment.source(), subject);
        }
        if (increment instanceof Increment.Elementwise product) {
            return product.others().stream().map(Factor::vector).anyMatch(each -> operands.isPartOf(each, subject));
        }
        return operands.isPartOf(increment.source(), subject);
    }

    private static LineAt row(Position position, int index) {
        List<Line.Row> rows = position.line().rows();
        if (rows.isEmpty()) {
            return of(position);
        }
        Line.Row row = rows.get(index);
        return new LineAt(position, new Notation(row.plain(), row.tex()).atStep(position.t()));
    }
}
