package unroll.debug;

import java.util.List;
import java.util.Optional;
import unroll.core.model.Network;
import unroll.core.model.ParameterLayout;
import unroll.core.model.Schedule.ScheduledLine;
import unroll.core.model.Section;
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
        Section section = section(vector, unit);
        return trace.value(section.site(), step(section), row, at(section, vector, unit));
    }

    double gradient(VectorRef vector, int unit) {
        Section section = section(vector, unit);
        return trace.gradient(section.site(), step(section), row, at(section, vector, unit));
    }

    /** v, or 1 − v. */
    double factor(Factor factor, int unit) {
        double value = value(factor.vector(), unit);
        return factor.complement() ? 1 - value : value;
    }

    /** An entry of a matrix's blocks, or of a bias with column 0. */
    double parameter(ParameterRef parameter, int row, int column) {
        String name = position.line().parameterName(parameter);
        ParameterLayout.Entry entry = trace.parameters().layout().entry(name);
        int firstRow = parameter.firstBlock() * (entry.rows() / entry.blocks());
        return trace.parameters().at(entry, (firstRow + row) * Math.max(1, entry.columns()) + column);
    }

    /** The number of units of a vector, or of the block that is named. */
    int width(VectorRef vector) {
        if (vector.block() != VectorRef.WHOLE) {
            return blockWidth(vector);
        }
        return sections(vector).stream().mapToInt(Section::width).sum();
    }

    /** The length of one block of a vector. */
    int blockWidth(VectorRef vector) {
        return sections(vector).get(0).width() / vector.quantity().blockCount();
    }

    Subject valueOf(VectorRef vector, int unit) {
        return subject(vector, unit, false);
    }

    Subject gradientOf(VectorRef vector, int unit) {
        return subject(vector, unit, true);
    }

    private Subject subject(VectorRef vector, int unit, boolean gradient) {
        Section section = section(vector, unit);
        return new Subject(section.site(), gradient, step(section), row, at(section, vector, unit));
    }

    /** Whether a number lies in what a reference names. */
    boolean isPartOf(VectorRef vector, Subject subject) {
        boolean inBlock = vector.block() == VectorRef.WHOLE || vector.block() == subject.unit() / blockWidth(vector);
        return inBlock && sectionOf(vector, subject).isPresent();
    }

    /** The unit of a number within the vector that a reference names. */
    int unitIn(VectorRef vector, Subject subject) {
        return sectionOf(vector, subject).orElseThrow().from() + subject.unit();
    }

    private Optional<Section> sectionOf(VectorRef vector, Subject subject) {
        return sections(vector).stream()
                .filter(section -> section.site().equals(subject.site()) && step(section) == subject.t())
                .findFirst();
    }

    /** A piece of the line's text, with its time steps as numbers. */
    Notation here(String plain, String tex) {
        ScheduledLine line = position.line();
        return new Notation(line.turned(plain), line.turned(tex)).atStep(position.t());
    }

    Notation name(Subject subject) {
        return UnitName.of(network(), subject);
    }

    private int at(Section section, VectorRef vector, int unit) {
        return vector.block() == VectorRef.WHOLE ? unit - section.from() : vector.block() * blockWidth(vector) + unit;
    }

    private int step(Section section) {
        return position.t() + section.shift();
    }

    /** The part in which a unit of a whole vector lies; a block lies in the only one. */
    private Section section(VectorRef vector, int unit) {
        List<Section> sections = sections(vector);
        return vector.block() == VectorRef.WHOLE
                ? sections.stream()
                        .filter(section -> section.holds(unit))
                        .findFirst()
                        .orElseThrow()
                : sections.get(0);
    }

    private List<Section> sections(VectorRef vector) {
        return network().sections(position.line(), vector, trace.steps());
    }

    private Network network() {
        return trace.network();
    }
}
