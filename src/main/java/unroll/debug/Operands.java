package unroll.debug;

import unroll.core.model.Network;
import unroll.core.model.ParameterLayout;
import unroll.core.model.Site;
import unroll.core.op.Factor;
import unroll.core.op.ParameterRef;
import unroll.core.op.VectorRef;
import unroll.core.trace.Trace;
import unroll.debug.Inspection.Subject;

/**
 * The numbers that a line reads where it runs, for one row of the batch. Units count within the vector that is named:
 * within its block where that is one.
 */
record Operands(Trace trace, Position position, int row) {
    double value(VectorRef vector, int unit) {
        return trace.value(site(vector), step(vector), row, at(vector, unit));
    }

    double gradient(VectorRef vector, int unit) {
        return trace.gradient(site(vector), step(vector), row, at(vector, unit));
    }

    /** v, or 1 − v. */
    double factor(Factor factor, int unit) {
        double value = value(factor.vector(), unit);
        return factor.complement() ? 1 - value : value;
    }

    /** An entry of a matrix's blocks, or of a bias with column 0. */
    double parameter(ParameterRef parameter, int row, int column) {
        ParameterLayout.Entry entry = trace.parameters().layout().entry(name(parameter));
        int firstRow = parameter.firstBlock() * (entry.rows() / entry.blocks());
        return trace.parameters().at(entry, (firstRow + row) * Math.max(1, entry.columns()) + column);
    }

    private String name(ParameterRef parameter) {
        return layer() == Site.HEAD ? parameter.name() : parameter.name() + "_l" + layer();
    }

    /** The number of units of a vector, or of the block that is named. */
    int width(VectorRef vector) {
        int block = blockWidth(vector);
        return vector.block() == VectorRef.WHOLE ? block * vector.quantity().blockCount() : block;
    }

    int blockWidth(VectorRef vector) {
        int layer = layer() == Site.HEAD ? network().layers() - 1 : layer();
        return network().extent(layer, vector.quantity().extent());
    }

    Subject valueOf(VectorRef vector, int unit) {
        return new Subject(site(vector), false, step(vector), row, at(vector, unit));
    }

    Subject gradientOf(VectorRef vector, int unit) {
        return new Subject(site(vector), true, step(vector), row, at(vector, unit));
    }

    /** Whether a number lies in what a reference names. */
    boolean isPartOf(VectorRef vector, Subject subject) {
        boolean inBlock = vector.block() == VectorRef.WHOLE || vector.block() == subject.unit() / blockWidth(vector);
        return inBlock && site(vector).equals(subject.site()) && step(vector) == subject.t();
    }

    Notation name(Subject subject) {
        return UnitName.of(network(), subject);
    }

    private int at(VectorRef vector, int unit) {
        return vector.block() == VectorRef.WHOLE ? unit : vector.block() * blockWidth(vector) + unit;
    }

    private int step(VectorRef vector) {
        return position.t() + vector.shift();
    }

    private Site site(VectorRef vector) {
        return network().site(layer(), vector.quantity());
    }

    private int layer() {
        return position.line().layer();
    }

    private Network network() {
        return trace.network();
    }
}
