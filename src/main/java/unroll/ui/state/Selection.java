package unroll.ui.state;

import java.util.Optional;
import unroll.core.model.Site;
import unroll.core.trace.Trace;
import unroll.plot.lanes.UnitTarget;

/**
 * The one number that the user looks at: it is ringed on the stage and in the lanes and explained by the inspector.
 *
 * @param site the vector
 * @param gradient whether ∂L/∂ the vector is meant, not its value
 * @param t the time step, 0 (the initial state) … T
 * @param unit its place in the vector, from 0
 */
public record Selection(Site site, boolean gradient, int t, int unit) {
    /** What was hit in a painted view. */
    public static Selection of(UnitTarget target) {
        return new Selection(target.site(), target.gradient(), target.t(), target.unit());
    }

    /** The same for painters. */
    public UnitTarget target() {
        return new UnitTarget(site, gradient, t, unit);
    }

    public Selection ofUnit(int newUnit) {
        return new Selection(site, gradient, t, newUnit);
    }

    /** The same place in another trace, or the nearest to it; empty if that one has no such vector. */
    public Optional<Selection> within(Trace trace) {
        if (!trace.sites().contains(site)) {
            return Optional.empty();
        }
        int nearestUnit = Math.min(unit, trace.width(site) - 1);
        return Optional.of(new Selection(site, gradient, Math.min(t, trace.steps()), nearestUnit));
    }
}
