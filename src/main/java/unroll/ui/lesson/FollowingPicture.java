package unroll.ui.lesson;

import java.util.Optional;
import unroll.core.model.Parameters;
import unroll.core.model.Site;
import unroll.core.tensor.Tensor;
import unroll.core.trace.Trace;
import unroll.experiment.Setup;
import unroll.experiment.TextFeature;
import unroll.experiment.UnitsInText;
import unroll.plot.Painter;
import unroll.plot.chart.UnitBarsPainter;
import unroll.plot.lanes.UnitTarget;
import unroll.ui.state.Selection;
import unroll.ui.state.Workbench;

/** How closely the units of the top layer follow a feature of a text. */
final class FollowingPicture {
    private final TextFeature feature;
    private final Workbench workbench;
    private Setup measuredFor;
    private Parameters measuredOf;
    private Tensor correlations;

    FollowingPicture(TextFeature feature, Workbench workbench) {
        this.feature = feature;
        this.workbench = workbench;
    }

    /** Measures the weights that are shown; while they are trained, the last picture stays. */
    Optional<Painter> painter() {
        Trace trace = workbench.trace().get();
        Setup setup = workbench.setup().get();
        Parameters weights = trace.parameters();
        if (setup == null
                || !UnitsInText.isPossible(setup)
                || !weights.layout().equals(setup.network().parameters())) {
            return Optional.empty();
        }
        Site state =
                new Site(trace.network().layers() - 1, trace.network().cell().output());
        boolean isOld = !weights.equals(measuredOf) || !setup.equals(measuredFor);
        boolean waits = correlations != null && workbench.training().get();
        if (isOld && !waits) {
            measuredFor = setup;
            measuredOf = weights;
            correlations = UnitsInText.of(setup, weights, state, feature).correlations();
        }
        return Optional.of(
                new UnitBarsPainter(correlations, new UnitTarget(state, false, trace.steps(), 0), selected(state)));
    }

    private Optional<Integer> selected(Site site) {
        Selection selection = workbench.selection().get();
        return selection != null && selection.site().equals(site) ? Optional.of(selection.unit()) : Optional.empty();
    }
}
