package unroll.cli;

import unroll.core.model.ParameterLayout;
import unroll.core.model.Schedule.ScheduledLine;
import unroll.core.model.Site;
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
            if (position.line().line() instanceof ParameterLine line
                    && position.line().layer() == entry.layer()) {
                for (Share share : line.shares()) {
                    if (name(position.line(), share).equals(entry.name())) {
                        add(position, share, entry, sum);
                    }
                }
            }
        }
        return Tensor.of(sum, entry.shape());
    }

    private static String name(ScheduledLine line, Share share) {
        String name = share.parameter().name();
        return line.layer() == Site.HEAD ? name : name + "_l" + line.layer();
    }

    private void add(Position position, Share share, ParameterLayout.Entry entry, double[] sum) {
        int columns = Math.max(1, entry.columns());
        int blockRows = entry.rows() / entry.blocks();
        int first = share.parameter().firstBlock() * blockRows;
        int count = share.parameter().blocks() * blockRows;
        for (int row = 0; row < trace.rows(); row++) {
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
        Site site = trace.network().site(position.line().layer(), vector.quantity());
        int blocks = site.quantity().blockCount();
        int offset = vector.block() == VectorRef.WHOLE ? 0 : vector.block() * trace.width(site) / blocks;
        int t = position.t() + vector.shift();
        return gradient ? trace.gradient(site, t, row, offset + unit) : trace.value(site, t, row, offset + unit);
    }
}
