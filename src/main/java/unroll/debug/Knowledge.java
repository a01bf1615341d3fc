package unroll.debug;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import unroll.core.model.Chain;
import unroll.core.model.Network;
import unroll.core.model.Phase;
import unroll.core.model.Schedule.Block;
import unroll.core.model.Schedule.Part;
import unroll.core.model.Schedule.ScheduledLine;
import unroll.core.model.Section;
import unroll.core.model.Site;
import unroll.core.op.Equation;
import unroll.core.op.ParameterLine;
import unroll.core.op.Quantity;
import unroll.core.op.VectorLine;
import unroll.core.trace.Trace;
import unroll.core.trace.Track;

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

    /**
     * A line that writes a part of a vector.
     *
     * @param section the part, and where it lies in what the line names
     */
    private record Writer(ScheduledLine line, Program.Slot slot, Section section) {
        /** The step at which it runs for a step of its target. */
        int runsAt(int t) {
            return t - section.shift();
        }
    }

    private final Program program;
    private final Trace trace;
    private final int cursor;
    private final Map<Site, Writer> writers = new LinkedHashMap<>();
    private final Map<Site, List<Writer>> adders = new LinkedHashMap<>();

    public Knowledge(Debugger debugger, Trace trace) {
        this(debugger.program(), debugger.cursor(), trace);
    }

    public Knowledge(Program program, int cursor, Trace trace) {
        this.program = program;
        this.trace = trace;
        this.cursor = cursor;
        Network network = trace.network();
        for (Block block : program.schedule().blocks()) {
            block.lines().forEach(line -> note(network, line));
        }
    }

    private void note(Network network, ScheduledLine line) {
        Program.Slot slot = program.slot(line).orElseThrow();
        if (line.line() instanceof Equation equation) {
            for (Section section : network.sections(line, equation.target(), program.steps())) {
                writers.put(section.site(), new Writer(line, slot, section));
            }
            if (line.listed().part() == Part.LOSS && network.loss().kind().hasProbabilities()) {
                Site probabilities = Site.head(Quantity.PROBABILITIES);
                writers.put(probabilities, new Writer(line, slot, new Section(probabilities, 0, 0, 0)));
            }
        } else if (line.line() instanceof VectorLine vector) {
            for (Section section : network.sections(line, vector.target(), program.steps())) {
                adders.computeIfAbsent(section.site(), site -> new ArrayList<>())
                        .add(new Writer(line, slot, section));
            }
        }
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
        Writer writer = writers.get(site);
        if (writer == null || isInitial(site, t)) {
            return true;
        }
        int index = program.index(writer.slot(), t);
        return index >= 0 && index < cursor;
    }

    /** Whether a vector has a value at a step at all: a loss read once has one at the last step only. */
    public boolean exists(Site site, int t) {
        return exists(site, writers.get(site), t);
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
        Writer writer = writers.get(site);
        int index = writer == null || isInitial(site, t) ? -1 : program.index(writer.slot(), t);
        return index < 0 ? OptionalInt.empty() : OptionalInt.of(index);
    }

    /** The position after which a value is known: {@link #ALWAYS}, an index, or {@link #NEVER}. */
    int valueKnownAfter(Site site, int t) {
        Writer writer = writers.get(site);
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
        for (Writer adder : adders.getOrDefault(site, List.of())) {
            last = Math.max(last, program.index(adder.slot(), adder.runsAt(t)));
        }
        // A target that no line adds to is exactly 0 from the first backward line on.
        return last < 0 ? program.start(Phase.BACKWARD) : last;
    }

    /** The position after which all steps have added to a parameter's gradient. */
    int parameterCompleteAfter(String name) {
        int last = -1;
        for (Block block : program.schedule().blocks(Phase.BACKWARD)) {
            int t = block.step(block.repetitions(program.steps()) - 1, program.steps());
            for (ScheduledLine line : block.lines()) {
                if (addsTo(line, name)) {
                    last = Math.max(last, program.index(line, t).orElseThrow());
                }
            }
        }
        return last;
    }

    public Optional<Double> value(Site site, int t, int row, int unit) {
        return isKnown(site, t) ? Optional.of(trace.value(site, t, row, unit)) : Optional.empty();
    }

    /** All lines that add to the gradient of a vector at a step, in the order in which they run. */
    public List<Source> sources(Site site, int t) {
        List<Source> sources = new ArrayList<>();
        for (Writer adder : adders.getOrDefault(site, List.of())) {
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
        return gradientProgress(adders.getOrDefault(site, List.of()), t);
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
        Writer writer = writers.get(site);
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
        Writer writer = writers.get(site);
        List<Writer> lines = adders.getOrDefault(site, List.of());
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
        List<Writer> edge = adders.getOrDefault(site, List.of()).stream()
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

    /** How many of the lines that add to a layer's or the head's parameter have run; a step counts once a use. */
    public Progress parameterProgress(String name) {
        int done = 0;
        int of = 0;
        for (Block block : program.schedule().blocks(Phase.BACKWARD)) {
            for (ScheduledLine line : block.lines()) {
                if (!addsTo(line, name)) {
                    continue;
                }
                for (int repetition = 0; repetition < block.repetitions(program.steps()); repetition++) {
                    int t = block.step(repetition, program.steps());
                    of++;
                    done += program.index(line, t).orElseThrow() < cursor ? 1 : 0;
                }
            }
        }
        return new Progress(done, of, done > 0);
    }

    /** The time steps whose shares of a parameter's gradient have been added, ascending. */
    public List<Integer> sharesAdded(String name) {
        List<Integer> steps = new ArrayList<>();
        for (int t = 1; t <= program.steps(); t++) {
            if (hasAddedShare(name, t)) {
                steps.add(t);
            }
        }
        return steps;
    }

    private boolean hasAddedShare(String name, int t) {
        return program.schedule().blocks(Phase.BACKWARD).stream()
                .flatMap(block -> block.lines().stream())
                .anyMatch(line -> addsTo(line, name) && hasRun(line, t));
    }

    private boolean hasRun(ScheduledLine line, int t) {
        return program.index(line, t).filter(index -> index < cursor).isPresent();
    }

    private static boolean addsTo(ScheduledLine line, String name) {
        if (!(line.line() instanceof ParameterLine parameters)) {
            return false;
        }
        return parameters.shares().stream()
                .anyMatch(share -> line.parameterName(share.parameter()).equals(name));
    }
}
