package unroll.debug;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import unroll.core.model.Network;
import unroll.core.model.Schedule.Block;
import unroll.core.model.Schedule.Part;
import unroll.core.model.Schedule.ScheduledLine;
import unroll.core.model.Section;
import unroll.core.model.Site;
import unroll.core.op.Equation;
import unroll.core.op.Quantity;
import unroll.core.op.VectorLine;

/** Which lines of a program write which vectors, and which add to whose gradients. The same wherever the cursor stands. */
final class Writers {
    /**
     * A line that writes a part of a vector.
     *
     * @param section the part, and where it lies in what the line names
     */
    record Writer(ScheduledLine line, Program.Slot slot, Section section) {
        /** The step at which it runs for a step of its target. */
        int runsAt(int t) {
            return t - section.shift();
        }
    }

    private final Map<Site, Writer> values = new LinkedHashMap<>();
    private final Map<Site, List<Writer>> gradients = new LinkedHashMap<>();

    Writers(Program program, Network network) {
        for (Block block : program.schedule().blocks()) {
            block.lines().forEach(line -> note(program, network, line));
        }
    }

    private void note(Program program, Network network, ScheduledLine line) {
        Program.Slot slot = program.slot(line).orElseThrow();
        if (line.line() instanceof Equation equation) {
            for (Section section : network.sections(line, equation.target(), program.steps())) {
                values.put(section.site(), new Writer(line, slot, section));
            }
            if (line.listed().part() == Part.LOSS && network.loss().kind().hasProbabilities()) {
                Site probabilities = Site.head(Quantity.PROBABILITIES);
                values.put(probabilities, new Writer(line, slot, new Section(probabilities, 0, 0, 0)));
            }
        } else if (line.line() instanceof VectorLine vector) {
            for (Section section : network.sections(line, vector.target(), program.steps())) {
                gradients
                        .computeIfAbsent(section.site(), site -> new ArrayList<>())
                        .add(new Writer(line, slot, section));
            }
        }
    }

    /** What writes a vector's values; empty for what is given. */
    Optional<Writer> ofValue(Site site) {
        return Optional.ofNullable(values.get(site));
    }

    /** What adds to a vector's gradient, in the order of the listing. */
    List<Writer> ofGradient(Site site) {
        return gradients.getOrDefault(site, List.of());
    }
}
