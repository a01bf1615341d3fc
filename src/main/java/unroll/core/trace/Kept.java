package unroll.core.trace;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import unroll.core.model.Execution;
import unroll.core.model.Network;
import unroll.core.model.Phase;
import unroll.core.model.Schedule;
import unroll.core.model.Schedule.Block;
import unroll.core.model.Schedule.ScheduledLine;
import unroll.core.model.Schedule.Sweep;
import unroll.core.model.Section;
import unroll.core.model.Site;
import unroll.core.model.Truncation;
import unroll.core.op.Increment;
import unroll.core.op.VectorLine;
import unroll.core.op.VectorRef;

/**
 * What of an execution is kept to be read: all values, and of the gradients those that cannot be computed again from what
 * is kept by multiplying unit by unit. A long sequence takes less than half the memory so.
 */
record Kept(Map<Site, Numbers> values, Map<Site, Numbers> gradients, Map<ScheduledLine, Numbers> increments) {
    static Kept of(Execution execution) {
        return new Choice(execution).choose();
    }

    private static final class Choice {
        private final Execution execution;
        private final Network network;
        private final int steps;
        private final Kept kept = new Kept(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());

        private Choice(Execution execution) {
            this.execution = execution;
            this.network = execution.network();
            this.steps = execution.batch().steps();
        }

        private Kept choose() {
            execution.values().forEach((site, buffer) -> kept.values().put(site, new Numbers.Stored(buffer)));
            execution.gradients().forEach((site, buffer) -> kept.gradients().put(site, new Numbers.Stored(buffer)));
            execution.increments().forEach((line, buffer) -> kept.increments().put(line, new Numbers.Stored(buffer)));
            // In the order of the way back, so that what a line reads has been decided.
            for (Block block : Schedule.of(network).blocks(Phase.BACKWARD)) {
                for (ScheduledLine line : block.lines()) {
                    if (block.sweep() == Sweep.ONCE && kept.increments().containsKey(line)) {
                        Numbers.OneStep last =
                                Numbers.OneStep.of(execution.increments().get(line), steps);
                        kept.increments().put(line, last);
                    } else if (line.line() instanceof VectorLine vector
                            && !line.chain().isHead()) {
                        recomputed(line, vector).ifPresent(numbers -> replace(line, vector, numbers));
                    }
                }
            }
            return kept;
        }

        private void replace(ScheduledLine line, VectorLine vector, Recomputed numbers) {
            if (vector.adds()) {
                kept.increments().put(line, numbers);
            } else {
                Section only =
                        network.sections(line, vector.target().whole(), steps).get(0);
                kept.gradients().put(only.site(), numbers);
            }
        }

        /** Empty for a line that does more than multiply, and where rows that are over pass their gradients on. */
        private Optional<Recomputed> recomputed(ScheduledLine line, VectorLine vector) {
            boolean unitByUnit = vector.increments().stream()
                    .allMatch(each -> each instanceof Increment.Elementwise || each instanceof Increment.Slope);
            if (network.packed() || !unitByUnit) {
                return Optional.empty();
            }
            List<Recomputed.Piece> pieces = new ArrayList<>();
            for (Increment increment : vector.increments()) {
                int blocks = increment.target().quantity().blockCount();
                boolean whole = increment.target().block() == VectorRef.WHOLE;
                int width = width(line, increment.target()) / (whole ? 1 : blocks);
                int from = whole ? 0 : increment.target().block() * width;
                add(pieces, from, width, term(line, increment));
            }
            int width = width(line, vector.target());
            return Optional.of(new Recomputed(width, pieces, new HasRun(line, execution.truncation(), steps)));
        }

        /** Increments of the same units are terms of one sum. */
        private static void add(List<Recomputed.Piece> pieces, int from, int width, Recomputed.Term term) {
            for (int i = 0; i < pieces.size(); i++) {
                if (pieces.get(i).from() == from) {
                    List<Recomputed.Term> terms = new ArrayList<>(pieces.get(i).terms());
                    terms.add(term);
                    pieces.set(i, new Recomputed.Piece(from, width, terms));
                    return;
                }
            }
            pieces.add(new Recomputed.Piece(from, width, List.of(term)));
        }

        private Recomputed.Term term(ScheduledLine line, Increment increment) {
            Recomputed.Reading gradient = reading(line, increment.source(), kept.gradients());
            if (increment instanceof Increment.Slope slope) {
                Recomputed.Reading value = reading(line, slope.source(), kept.values());
                return new Recomputed.Term.Slope(gradient, slope.function(), value);
            }
            Increment.Elementwise product = (Increment.Elementwise) increment;
            List<Recomputed.Factor> others = product.others().stream()
                    .map(factor ->
                            new Recomputed.Factor(reading(line, factor.vector(), kept.values()), factor.complement()))
                    .toList();
            return new Recomputed.Term.Product(gradient, product.negative(), others);
        }

        private int width(ScheduledLine line, VectorRef vector) {
            return network.sections(line, vector, steps).stream()
                    .mapToInt(Section::width)
                    .sum();
        }

        /** What a cell multiplies lies in one place: only its input may join several. */
        private Recomputed.Reading reading(ScheduledLine line, VectorRef vector, Map<Site, Numbers> from) {
            Section section = network.sections(line, vector, steps).get(0);
            int blockWidth = section.width() / vector.quantity().blockCount();
            int first = vector.block() == VectorRef.WHOLE ? 0 : vector.block() * blockWidth;
            return new Recomputed.Reading(from.get(section.site()), section.shift(), first);
        }
    }

    /** At which steps a line of a cell has run. Holds nothing of the execution, which then can go. */
    private record HasRun(ScheduledLine line, Truncation truncation, int steps) implements IntPredicate {
        @Override
        public boolean test(int t) {
            return t >= 1 && t <= steps && !(line.goesBack() && truncation.cuts(t, line.direction(), steps));
        }
    }
}
