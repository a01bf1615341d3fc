package unroll.plot.lanes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import unroll.core.model.Phase;
import unroll.core.model.Site;
import unroll.core.op.VectorRef;
import unroll.debug.Dataflow;
import unroll.debug.Knowledge;
import unroll.debug.Position;
import unroll.debug.Reference;
import unroll.plot.Role;

/**
 * The line that has just run, and what it read and wrote.
 *
 * @param position which line, at which step
 * @param flow its reads and writes
 */
public record CurrentLine(Position position, Dataflow flow) {
    /** Empty before the first line. */
    public static Optional<CurrentLine> of(Knowledge knowledge) {
        if (knowledge.cursor() == 0) {
            return Optional.empty();
        }
        Position position = knowledge.program().at(knowledge.cursor() - 1);
        return Optional.of(new CurrentLine(
                position,
                Dataflow.of(
                        knowledge.trace().network(),
                        position,
                        knowledge.program().steps())));
    }

    /** The time step it ran at; updates belong to none. */
    public OptionalInt step() {
        return position.phase() == Phase.UPDATE ? OptionalInt.empty() : OptionalInt.of(position.t());
    }

    /** The colour of its phase. */
    public Role role() {
        return switch (position.phase()) {
            case FORWARD -> Role.FORWARD;
            case BACKWARD -> Role.BACKWARD;
            case UPDATE -> Role.UPDATE;
        };
    }

    /** The steps at which it wrote to a lane. */
    List<Integer> written(Lane lane) {
        return steps(flow.writes(), lane);
    }

    /** The steps at which it read from a lane. */
    List<Integer> read(Lane lane) {
        return steps(flow.reads(), lane);
    }

    private static List<Integer> steps(Set<Reference> references, Lane lane) {
        List<Integer> steps = new ArrayList<>();
        for (Reference reference : references) {
            if (lane.isGradient() && reference instanceof Reference.Gradient gradient) {
                if (matches(lane, gradient.site(), gradient.block())) {
                    steps.add(gradient.t());
                }
            } else if (!lane.isGradient()
                    && reference instanceof Reference.Value value
                    && matches(lane, value.site(), value.block())) {
                steps.add(value.t());
            }
        }
        return steps;
    }

    private static boolean matches(Lane lane, Site site, int block) {
        boolean sameBlock = block == VectorRef.WHOLE || lane.block() == VectorRef.WHOLE || block == lane.block();
        return sameBlock && lane.site().equals(site);
    }
}
