package unroll.ui.lesson;

import java.util.List;
import java.util.Optional;
import unroll.core.model.Parameters;
import unroll.core.model.Site;
import unroll.core.trace.Trace;
import unroll.experiment.Setup;
import unroll.experiment.StatesBySymbol;
import unroll.lesson.Picture;
import unroll.plot.Painter;
import unroll.plot.chart.GroupedStatesPainter;
import unroll.plot.chart.GroupedStatesPainter.Group;
import unroll.plot.lanes.Lane;
import unroll.plot.lanes.LaneList;
import unroll.plot.lanes.UnitTarget;
import unroll.ui.state.Messages;
import unroll.ui.state.Selection;
import unroll.ui.state.Workbench;

/** A vector in many test sequences, sorted by a symbol that they showed. */
final class SortedPicture {
    private final Picture.Sorted picture;
    private final Workbench workbench;
    private final Messages messages;
    private Setup sortedFor;
    private Parameters sortedBy;
    private List<Group> groups = List.of();

    SortedPicture(Picture.Sorted picture, Workbench workbench, Messages messages) {
        this.picture = picture;
        this.workbench = workbench;
        this.messages = messages;
    }

    /** What the weights that are shown make of the vector; while they are trained, the last picture stays. */
    Optional<Painter> painter() {
        Trace trace = workbench.trace().get();
        Optional<Site> site = LaneList.of(trace.network()).find(picture.lane()).map(Lane::site);
        if (site.isEmpty() || workbench.setup().get() == null || picture.before() >= trace.steps()) {
            return Optional.empty();
        }
        refresh(trace, site.get());
        UnitTarget first = new UnitTarget(site.get(), false, trace.steps() - picture.before(), 0);
        return groups.isEmpty()
                ? Optional.empty()
                : Optional.of(new GroupedStatesPainter(groups, first, selected(site.get())));
    }

    private void refresh(Trace trace, Site site) {
        Setup setup = workbench.setup().get();
        boolean isOld = !trace.parameters().equals(sortedBy) || !setup.equals(sortedFor);
        boolean waits = !groups.isEmpty() && workbench.training().get();
        if (isOld && !waits) {
            sortedFor = setup;
            sortedBy = trace.parameters();
            groups = StatesBySymbol.of(setup, sortedBy, site, picture.symbolAt(), picture.before()).groups().stream()
                    .map(group -> new Group(
                            messages.text("lesson.sorted.group", group.symbol(), picture.symbolAt()), group.states()))
                    .toList();
        }
    }

    private Optional<Integer> selected(Site site) {
        Selection selection = workbench.selection().get();
        return selection != null && selection.site().equals(site) ? Optional.of(selection.unit()) : Optional.empty();
    }
}
