package unroll.plot.circuit;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import unroll.core.op.Quantity;
import unroll.core.op.Scale;
import unroll.core.op.VectorRef;
import unroll.debug.Completeness;
import unroll.plot.lanes.LaneStrip;
import unroll.plot.lanes.UnitTarget;

/**
 * The numbers of a vector that has a name, at the step at which the cell reads or writes it: its values and, once
 * something has come back, its gradient.
 *
 * @param ref the vector
 * @param parts one; of an upper layer's input where the layer below runs in both directions, two
 */
record Card(VectorRef ref, List<Part> parts) {
    /**
     * What is kept of it in one place.
     *
     * @param t the step of both
     */
    record Part(LaneStrip values, LaneStrip gradients, int t) {
        LaneStrip strip(boolean gradient) {
            return gradient ? gradients : values;
        }
    }

    Card {
        parts = List.copyOf(parts);
    }

    int units() {
        return parts.stream().mapToInt(part -> part.values().units()).sum();
    }

    /** Whether it says how far something is let through: 0 is closed, 1 is open. */
    boolean isGate() {
        Quantity quantity = ref.quantity();
        return quantity.scale() == Scale.UNIT && !quantity.carried();
    }

    /** Whether a gradient comes back to it: what is given has none. */
    boolean hasGradient() {
        return !ref.quantity().isGiven();
    }

    Completeness completeness(boolean gradient) {
        if (gradient && !hasGradient()) {
            return Completeness.ABSENT;
        }
        List<Completeness> each = parts.stream()
                .map(part -> part.strip(gradient).vector().completeness(part.t()))
                .distinct()
                .toList();
        return each.size() == 1 ? each.get(0) : Completeness.PARTIAL;
    }

    /** Whether there are numbers to show. */
    boolean isKnown(boolean gradient) {
        boolean exists = !gradient || hasGradient();
        return exists
                && parts.stream().allMatch(part -> part.strip(gradient).vector().isKnown(part.t()));
    }

    private Part part(int unit) {
        return unit < parts.get(0).values().units() ? parts.get(0) : parts.get(parts.size() - 1);
    }

    private int within(int unit) {
        int first = parts.get(0).values().units();
        return unit < first ? unit : unit - first;
    }

    /** The strip that shows a unit. */
    LaneStrip strip(boolean gradient, int unit) {
        return part(unit).strip(gradient);
    }

    double at(boolean gradient, int unit) {
        LaneStrip strip = strip(gradient, unit);
        return strip.vector().at(part(unit).t(), strip.firstUnit() + within(unit));
    }

    UnitTarget target(boolean gradient, int unit) {
        LaneStrip strip = strip(gradient, unit);
        return new UnitTarget(strip.lane().site(), gradient, part(unit).t(), strip.firstUnit() + within(unit));
    }

    /** Names in watches and files. */
    Set<String> ids(boolean gradient) {
        return parts.stream().map(part -> part.strip(gradient).lane().id()).collect(Collectors.toSet());
    }

    /** The unit that shows a number, or −1. */
    int unit(UnitTarget target) {
        int before = 0;
        for (Part part : parts) {
            LaneStrip strip = part.strip(target.gradient());
            int unit = target.unit() - strip.firstUnit();
            boolean here = strip.lane().site().equals(target.site()) && part.t() == target.t();
            if (here && unit >= 0 && unit < strip.units()) {
                return before + unit;
            }
            before += strip.units();
        }
        return -1;
    }
}
