package unroll.cli;

import java.util.List;
import unroll.core.model.ParameterLayout;
import unroll.core.model.Section;
import unroll.core.op.ParameterLine;
import unroll.core.op.ParameterLine.Share;
import unroll.core.op.VectorRef;
import unroll.core.tensor.Tensor;
import unroll.core.trace.Trace;
import unroll.debug.Position;
import unroll.debug.Program;

/**
 * The gradient of a parameter as far as it is summed at a cursor. The shares of single steps are not kept: they are
 * computed again, from the gradients that were complete when their line ran.
 */
record PartialGradient(Trace trace, Program program, int cursor) {
    Tensor of(ParameterLayout.Entry entry) {
        double[] sum = new double[entry.size()];
        for (int index = 0; index < cursor; index++) {
            Position position = program.at(index);
            if (position.line().line() instanceof ParameterLine line) {
                for (Share share : line.shares()) {
                    if (position.line().parameterName(share.parameter()).equals(entry.name())) {
                        add(position, share, entry, sum);
                    }
                }
            }
        }
        return Tensor.of(sum, entry.shape());
    }

    private void add(Position position, Share share, ParameterLayout.Entry entry, double[] sum) {
        int columns = Math.max(1, entry.columns());
        int blockRows = entry.rows() / entry.blocks();
        int first = share.parameter().firstBlock() * blockRows;
        int count = share.parameter().blocks() * blockRows;
        for (int row = 0; row < trace.rows(); row++) {
            if (!isLive(position, row)) {
                continue;
            }
            for (int i = 0; i < count; i++) {
                double gradient = read(position, share.source(), row, i, true);
                for (int j = 0; j < columns; j++) {
                    double factor = share.isBias() ? 1 : read(position, share.vector(), row, j, false);
                    sum[(first + i) * columns + j] += gradient * factor;
                }
            }
        }
    }

    private double read(Position position, VectorRef vector, int row, int unit, boolean gradient) {
        List<Section> sections = trace.network().sections(position.line(), vector, trace.steps());
        Section whole = sections.get(0);
        boolean isBlock = vector.block() != VectorRef.WHOLE;
        int offset =
                isBlock ? vector.block() * whole.width() / vector.quantity().blockCount() : 0;
        Section part = isBlock
                ? whole
                : sections.stream()
                        .filter(section -> section.holds(unit))
                        .findFirst()
                        .orElseThrow();
        int t = position.t() + part.shift();
        int at = offset + unit - part.from();
        return gradient ? trace.gradient(part.site(), t, row, at) : trace.value(part.site(), t, row, at);
    }

    /** A packed row that is over adds nothing to its layers. */
    private boolean isLive(Position position, int row) {
        boolean freezes = trace.network().packed() && !position.line().chain().isHead();
        return !freezes || position.t() <= trace.length(row);
    }
}
