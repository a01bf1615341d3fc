package unroll.ui.export;

import java.util.List;
import unroll.debug.Debugger;
import unroll.experiment.Experiment;
import unroll.plot.Wording;
import unroll.plot.export.Origin;
import unroll.run.Snapshot;
import unroll.ui.state.Messages;
import unroll.ui.state.Workbench;

/**
 * What made a figure, in words: the experiment, the network, the seed, how long it was trained, where the debugger stands.
 *
 * @param workbench that the figure looks at
 */
public record FigureOrigin(Workbench workbench, Messages messages) {
    private static final String BETWEEN = " \u00b7 ";

    /** An experiment alone, under the name that a figure gives it. */
    public static Origin of(Experiment experiment, Messages messages) {
        return Origin.of(
                experiment.name(),
                experiment.model().cell().id(),
                experiment.model().hidden(),
                experiment.seed(),
                new Wording(messages));
    }

    /** All but the cursor, which a film adds to each of its pictures. */
    String network() {
        Experiment experiment = workbench.experiment().get();
        if (experiment == null) {
            return "";
        }
        String made = Origin.line(List.of(of(experiment, messages)), new Wording(messages));
        Snapshot trained = workbench.snapshot().get();
        long shown = workbench.iterations().shown().get();
        long iteration =
                shown > 0 || trained == null ? shown : trained.progress().iteration();
        return iteration > 0 ? made + BETWEEN + messages.text("export.iteration", iteration) : made;
    }

    String withCursor() {
        Debugger at = workbench.debugger().get();
        String place = at == null ? "" : Origin.place(at.program(), at.cursor(), new Wording(messages));
        return place.isEmpty() ? network() : network() + BETWEEN + place;
    }
}
