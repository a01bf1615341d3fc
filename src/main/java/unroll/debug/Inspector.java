package unroll.debug;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import unroll.core.model.Network;
import unroll.core.model.Schedule.Block;
import unroll.core.model.Schedule.ScheduledLine;
import unroll.core.op.Equation;
import unroll.core.trace.Trace;
import unroll.debug.Inspection.Part;
import unroll.debug.Inspection.Point;
import unroll.debug.Inspection.Subject;

/** Collects what is known of one number. */
final class Inspector {
    private final Knowledge knowledge;
    private final Subject subject;
    private final Trace trace;

    Inspector(Knowledge knowledge, Subject subject) {
        this.knowledge = knowledge;
        this.subject = subject;
        this.trace = knowledge.trace();
    }

    Inspection inspect() {
        return new Inspection(subject, progress(), known(subject.t()), parts(), history());
    }

    private Progress progress() {
        if (subject.gradient()) {
            return knowledge.gradientProgress(subject.site(), subject.t());
        }
        boolean known = knowledge.isKnown(subject.site(), subject.t());
        return known ? Progress.VALUE_KNOWN : Progress.VALUE_UNKNOWN;
    }

    private Optional<Double> known(int t) {
        return subject.gradient()
                ? knowledge.gradient(subject.site(), t, subject.row(), subject.unit())
                : knowledge.value(subject.site(), t, subject.row(), subject.unit());
    }

    private List<Point> history() {
        List<Point> points = new ArrayList<>();
        for (int t = 0; t <= trace.steps(); t++) {
            int step = t;
            if (t > 0 || subject.site().quantity().carried()) {
                known(t).ifPresent(value -> points.add(new Point(step, value)));
            }
        }
        return points;
    }

    private List<Part> parts() {
        if (!subject.gradient()) {
            return writer().filter(position -> position.index() < knowledge.cursor())
                    .map(position -> new UnitOfLine(trace, subject, position).value())
                    .map(List::of)
                    .orElse(List.of());
        }
        return knowledge.sources(subject.site(), subject.t()).stream()
                .filter(source -> source.index() < knowledge.cursor())
                .map(source -> knowledge.program().at(source.index()))
                .map(position -> new UnitOfLine(trace, subject, position).gradient())
                .toList();
    }

    private Optional<Position> writer() {
        Network network = trace.network();
        for (Block block : knowledge.program().schedule().blocks()) {
            for (ScheduledLine line : block.lines()) {
                if (line.line() instanceof Equation equation
                        && network.site(line.layer(), equation.target().quantity())
                                .equals(subject.site())) {
                    return knowledge.program().index(line, subject.t()).map(knowledge.program()::at);
                }
            }
        }
        return Optional.empty();
    }
}
