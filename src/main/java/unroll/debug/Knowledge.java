package unroll.debug;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import unroll.core.model.Chain;
import unroll.core.model.Phase;
import unroll.core.model.Schedule.ScheduledLine;
import unroll.core.model.Section;
import unroll.core.model.Site;
import unroll.core.trace.Trace;
import unroll.core.trace.Track;
import unroll.debug.Writers.Writer;

/**
 * What is known of a trace where the cursor stands: a value once its line has run, a gradient as far as its increments
 * have been added. Nothing that has not run yet is given out.
 */
public final class Knowledge {
    /** The position after which what is given is known. */
    public static final int ALWAYS = -1;

    /** The position after which what is never computed would be known. */
    public static final int NEVER = Integer.MAX_VALUE;

    /**
     * A line that adds to a gradient at a time step.
     *
     * @param section the part of the line's target that the gradient is
     * @param runsAt the step at which the line runs
     */
    public record Source(ScheduledLine line, Section section, int runsAt, int index) {}

    private final Program program;
    private final Trace trace;
    private final int cursor;
    private final Writers writers;

    public Knowledge(Debugger debugger, Trace trace) {
        this(debugger.program(), debugger.cursor(), trace);
    }

    public Knowledge(Program program, int cursor, Trace trace) {
        this(program, cursor, trace, new Writers(program, trace.network()));
    }

    private Knowledge(Program program, int cursor, Trace trace, Writers writers) {
        this.program = program;
        this.trace = trace;
        this.cursor = cursor;
        this.writers = writers;
    }

    /** The same trace where the cursor stands elsewhere. */
    public Knowledge at(int otherCursor) {
        return new Knowledge(program, otherCursor, trace, writers);
    }

    /** The gradients of parameters. */
    public KnownParameters parameters() {
        return new KnownParameters(program, cursor);
    }

    public Trace trace() {
        return trace;
    }

    public Program program() {
        return program;
    }

    public int cursor() {
        return cursor;
    }

    /** Whether a vector's value at a step has been computed; inputs and initial states are known from the start. */
    public boolean isKnown(Site site, int t) {
        Writer writer = writers.ofValue(site).orElse(null);
        if (writer == null || isInitial(site, t)) {
            return true;
        }
        int index = program.index(writer.slot(), t);
        return index >= 0 && index < cursor;
    }

    /** Whether a vector has a value at a step at all: a loss read once has one at the last step only. */
    public boolean exists(Site site, int t) {
        return exists(site, writers.ofValue(site).orElse(null), t);
    }

    private boolean exists(Site site, Writer writer, int t) {
        return writer == null || isInitial(site, t) || program.index(writer.slot(), t) >= 0;
    }

    /** Whether a step holds a state's value from before the layer's first step. */
    private boolean isInitial(Site site, int t) {
        return hasInitialState(site) && t == site.direction().initialStep(program.steps());
    }

    /** The index of the position at which a vector's value at a step is computed; empty for what is given. */
    public OptionalInt computedAt(Site site, int t) {
        Writer writer = writers.ofValue(site).orElse(null);
        int index = writer == null || isInitial(site, t) ? -1 : program.index(writer.slot(), t);
        return index < 0 ? OptionalInt.empty() : OptionalInt.of(index);
    }

    /** The position after which a value is known: {@link #ALWAYS}, an index, or {@link #NEVER}. */
    int valueKnownAfter(Site site, int t) {
        Writer writer = writers.ofValue(site).orElse(null);
        if (t < firstStep(site) || t > lastStep(site)) {
            return NEVER;
        }
        if (writer == null || isInitial(site, t)) {
            return ALWAYS;
        }
        int index = program.index(writer.slot(), t);
        return index < 0 ? NEVER : index;
    }

    /** The position after which a gradient is complete: an index, or {@link #NEVER}. */
    int gradientCompleteAfter(Site site, int t) {
        if (t < firstStep(site) || t > lastStep(site) || !exists(site, t)) {
            return NEVER;
        }
        int last = -1;
        for (Writer adder : writers.ofGradient(site)) {
            last = Math.max(last, program.index(adder.slot(), adder.runsAt(t)));
        }
        // A target that no line adds to is exactly 0 from the first backward line on.
        return last < 0 ? program.start(Phase.BACKWARD) : last;
    }

    public Optional<Double> value(Site site, int t, int row, int unit) {
        return isKnown(site, t) ? Optional.of(trace.value(site, t, row, unit)) : Optional.empty();
    }

    /** All lines that add to the gradient of a vector at a step, in the order in which they run. */
    public List<Source> sources(Site site, int t) {
        List<Source> sources = new ArrayList<>();
        for (Writer adder : writers.ofGradient(site)) {
            int runsAt = adder.runsAt(t);
            int index = program.index(adder.slot(), runsAt);
            if (index >= 0) {
                sources.add(new Source(adder.line(), adder.section(), runsAt, index));
            }
        }
        sources.sort(Comparator.comparingInt(Source::index));
        return sources;
    }

    /** How far the gradient of a vector at a step has been summed. */
    public Progress gradientProgress(Site site, int t) {
        return gradientProgress(writers.ofGradient(site), t);
    }

    private Progress gradientProgress(List<Writer> lines, int t) {
        Progress progress = progress(lines, t);
        return progress.of() > 0 ? progress : new Progress(0, 0, cursor > program.start(Phase.BACKWARD));
    }

    private Progress progress(List<Writer> lines, int t) {
        int of = 0;
        int done = 0;
        for (Writer adder : lines) {
            int index = program.index(adder.slot(), adder.runsAt(t));
            of += index >= 0 ? 1 : 0;
            done += index >= 0 && index < cursor ? 1 : 0;
        }
        return new Progress(done, of, done > 0);
    }

    /** ∂L/∂ the vector as far as it is summed at the cursor; empty before the first increment. */
    public Optional<Double> gradient(Site site, int t, int row, int unit) {
        Progress progress = gradientProgress(site, t);
        if (progress.isUnknown()) {
            return Optional.empty();
        }
        if (progress.isComplete()) {
            return Optional.of(trace.gradient(site, t, row, unit));
        }
        double sum = 0;
        for (Source source : sources(site, t)) {
            if (source.index() < cursor) {
                sum += trace.increment(
                        source.line(), source.runsAt(), row, source.section().from() + unit);
            }
        }
        return Optional.of(sum);
    }

    /** One row's values of a vector at all steps. */
    public KnownVector values(Site site, int row) {
        Writer writer = writers.ofValue(site).orElse(null);
        Progress[] progress = new Progress[program.steps() + 2];
        for (int t = firstStep(site); t <= lastStep(site); t++) {
            boolean given = writer == null || isInitial(site, t);
            int index = given ? 0 : program.index(writer.slot(), t);
            progress[t] = index < 0 ? null : given || index < cursor ? Progress.VALUE_KNOWN : Progress.VALUE_UNKNOWN;
        }
        return new KnownVector(progress, trace.width(site), Optional.of(trace.valueTrack(site, row)), List.of());
    }

    /** One row's ∂L/∂ a vector at all steps. */
    public KnownVector gradients(Site site, int row) {
        Writer writer = writers.ofValue(site).orElse(null);
        List<Writer> lines = writers.ofGradient(site);
        Progress[] progress = new Progress[program.steps() + 2];
        for (int t = firstStep(site); t <= lastStep(site); t++) {
            progress[t] = exists(site, writer, t) ? gradientProgress(lines, t) : null;
        }
        List<KnownVector.Part> parts = parts(site, row, lines);
        return new KnownVector(progress, trace.width(site), Optional.of(trace.gradientTrack(site, row)), parts);
    }

    /**
     * What the lines of one reader send back to a vector: an edge of the unrolled network, walked backwards.
     *
     * @param reader the reading layer and direction, or {@link Chain#HEAD}
     * @param later by how many steps the reader lies behind the vector: for the next step of a layer 1, or −1 where it
     *     runs backwards, else 0
     */
    public KnownVector sentBack(Site site, Chain reader, int later, int row) {
        List<Writer> edge = writers.ofGradient(site).stream()
                .filter(adder ->
                        adder.line().chain().equals(reader) && adder.section().shift() == -later)
                .toList();
        Progress[] progress = new Progress[program.steps() + 2];
        for (int t = firstStep(site); t <= lastStep(site); t++) {
            Progress sum = progress(edge, t);
            progress[t] = sum.of() == 0 ? null : sum;
        }
        return new KnownVector(progress, trace.width(site), Optional.empty(), parts(site, row, edge));
    }

    private static boolean hasInitialState(Site site) {
        return !site.isHead() && site.quantity().carried();
    }

    /** The first step at which a vector has a slot. */
    public int firstStep(Site site) {
        return hasInitialState(site) ? Math.min(1, site.direction().initialStep(program.steps())) : 1;
    }

    /** The last step at which a vector has a slot: T, or T + 1 for a state of a layer that runs backwards. */
    public int lastStep(Site site) {
        int steps = program.steps();
        return hasInitialState(site) ? Math.max(steps, site.direction().initialStep(steps)) : steps;
    }

    /** A line that is the only one to add to its target keeps no increments: they are the gradient itself. */
    private List<KnownVector.Part> parts(Site site, int row, List<Writer> lines) {
        List<KnownVector.Part> parts = new ArrayList<>();
        for (Writer adder : lines) {
            boolean kept = trace.keepsIncrements(adder.line());
            Track added =
                    kept ? trace.incrementTrack(adder.line(), adder.section(), row) : trace.gradientTrack(site, row);
            parts.add(new KnownVector.Part(added, kept ? adder.section().shift() : 0, t -> {
                int index = program.index(adder.slot(), adder.runsAt(t));
                return index >= 0 && index < cursor;
            }));
        }
        return parts;
    }
}
