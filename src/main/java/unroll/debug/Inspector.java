package unroll.debug;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import unroll.core.model.Schedule.Block;
import unroll.core.model.Schedule.ScheduledLine;
import unroll.core.model.Site;
import unroll.core.trace.Trace;
import unroll.debug.Inspection.Part;
import unroll.debug.Inspection.Point;
import unroll.debug.Inspection.State;
import unroll.debug.Inspection.Subject;

/** Collects what is known of one number. */
final class Inspector {
    private final Knowledge knowledge;
    private final Program program;
    private final Subject subject;
    private final Trace trace;
    private final KnownVector vector;

    Inspector(Knowledge knowledge, Subject subject) {
        this.knowledge = knowledge;
        this.program = knowledge.program();
        this.subject = subject;
        this.trace = knowledge.trace();
        this.vector = subject.gradient()
                ? knowledge.gradients(subject.site(), subject.row())
                : knowledge.values(subject.site(), subject.row());
    }

    Inspection inspect() {
        List<Position> writers = writers();
        List<Part> parts = writers.stream().filter(this::hasRun).map(this::part).toList();
        List<LineAt> awaited = writers.stream()
                .filter(position -> !hasRun(position))
                .map(position -> LineAt.writing(position, subject, operands(position)))
                .toList();
        return new Inspection(subject, state(), parts, awaited, history(), readers());
    }

    private State state() {
        return new State(vector.completeness(subject.t()), known(subject.t()));
    }

    private Optional<Double> known(int t) {
        return vector.isKnown(t) ? Optional.of(vector.at(t, subject.unit())) : Optional.empty();
    }

    private List<Point> history() {
        List<Point> points = new ArrayList<>();
        for (int t = 0; t <= vector.steps(); t++) {
            if (vector.isKnown(t)) {
                points.add(new Point(t, vector.at(t, subject.unit())));
            }
        }
        return points;
    }

    private boolean hasRun(Position position) {
        return position.index() < knowledge.cursor();
    }

    /** The lines that make the number, in the order in which they run. */
    private List<Position> writers() {
        IntStream indices = subject.gradient()
                ? knowledge.sources(subject.site(), subject.t()).stream().mapToInt(Knowledge.Source::index)
                : knowledge.computedAt(subject.site(), subject.t()).stream();
        return indices.mapToObj(program::at).toList();
    }

    private Part part(Position position) {
        Operands operands = operands(position);
        return subject.gradient()
                ? new GradientLine(operands, subject).part()
                : new ValueLine(operands, subject).part();
    }

    private Operands operands(Position position) {
        return new Operands(trace, position, subject.row());
    }

    /** Lines read vectors of their own step and of the one before, which a layer that runs backwards has after it. */
    private List<LineAt> readers() {
        List<LineAt> readers = new ArrayList<>();
        for (Block block : program.schedule().blocks()) {
            for (ScheduledLine line : block.lines()) {
                for (int t : stepsOfReaders()) {
                    program.index(line, t)
                            .map(program::at)
                            .filter(this::isReader)
                            .ifPresent(position -> readers.add(LineAt.reading(position, subject, operands(position))));
                }
            }
        }
        readers.sort((one, other) ->
                Integer.compare(one.position().index(), other.position().index()));
        return readers;
    }

    /** Its own step and those beside it; the last one too, where final states of both directions are read. */
    private Set<Integer> stepsOfReaders() {
        return new TreeSet<>(List.of(subject.t() - 1, subject.t(), subject.t() + 1, trace.steps()));
    }

    private boolean isReader(Position position) {
        return Dataflow.of(trace.network(), position, trace.steps()).reads().stream()
                .anyMatch(this::isSubject);
    }

    private boolean isSubject(Reference reference) {
        if (reference instanceof Reference.Value value) {
            return !subject.gradient() && isSubject(value.site(), value.t(), value.block());
        }
        return reference instanceof Reference.Gradient gradient
                && subject.gradient()
                && isSubject(gradient.site(), gradient.t(), gradient.block());
    }

    private boolean isSubject(Site site, int t, int block) {
        int width = trace.width(subject.site()) / subject.site().quantity().blockCount();
        return t == subject.t() && site.equals(subject.site()) && (block < 0 || block == subject.unit() / width);
    }
}
