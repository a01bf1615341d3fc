package unroll.ui.lesson;

import java.util.Optional;
import unroll.core.model.Parameters;
import unroll.experiment.Setup;
import unroll.experiment.Writing;
import unroll.plot.Painter;
import unroll.plot.chart.WrittenPainter;
import unroll.ui.state.Workbench;

/** Text that the network writes at a temperature. */
final class WrittenPicture {
    private static final int CHARACTERS = 400;

    private final double temperature;
    private final Workbench workbench;
    private Setup writtenFor;
    private Parameters writtenBy;
    private Painter painted;

    WrittenPicture(double temperature, Workbench workbench) {
        this.temperature = temperature;
        this.workbench = workbench;
    }

    /** Writes with the weights that are shown; while they are trained, the last text stays. */
    Optional<Painter> painter() {
        Setup setup = workbench.setup().get();
        Parameters weights = workbench.trace().get().parameters();
        if (setup == null
                || !Writing.isPossible(setup)
                || !weights.layout().equals(setup.network().parameters())) {
            return Optional.empty();
        }
        boolean isOld = !weights.equals(writtenBy) || !setup.equals(writtenFor);
        boolean waits = painted != null && workbench.training().get();
        if (isOld && !waits) {
            writtenFor = setup;
            writtenBy = weights;
            painted = new WrittenPainter(Writing.of(setup, weights, CHARACTERS, temperature));
        }
        return Optional.of(painted);
    }
}
