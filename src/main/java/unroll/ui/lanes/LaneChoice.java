package unroll.ui.lanes;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.ObservableList;
import unroll.core.model.Network;
import unroll.plot.lanes.Lane;
import unroll.plot.lanes.LaneList;

/** Which of a network's lanes are shown. What the user has chosen stays when the network changes, as far as it has it. */
final class LaneChoice {
    private final ObservableList<String> shown;
    private List<Lane> available = List.of();

    /** @param shown ids; is changed */
    LaneChoice(ObservableList<String> shown) {
        this.shown = shown;
    }

    /** Looks at a network; lanes that the one before did not have are shown if they usually are. */
    boolean offer(Network network) {
        List<Lane> offered = LaneList.of(network).lanes();
        if (ids(offered).equals(ids(available))) {
            available = offered;
            return false;
        }
        List<String> known = ids(available);
        List<String> chosen = new ArrayList<>();
        for (Lane lane : offered) {
            boolean isNew = !known.contains(lane.id());
            if (isNew ? lane.shownAtFirst() : shown.contains(lane.id())) {
                chosen.add(lane.id());
            }
        }
        available = offered;
        shown.setAll(chosen);
        return true;
    }

    private static List<String> ids(List<Lane> lanes) {
        return lanes.stream().map(Lane::id).toList();
    }

    /** All lanes of values, or all of gradients, in their order. */
    List<Lane> available(boolean gradients) {
        return available.stream().filter(lane -> lane.isGradient() == gradients).toList();
    }

    List<Lane> shown() {
        return available.stream().filter(this::isShown).toList();
    }

    boolean isShown(Lane lane) {
        return shown.contains(lane.id());
    }

    void toggle(Lane lane) {
        if (!shown.remove(lane.id())) {
            shown.add(lane.id());
        }
    }

    /** Shows or hides the n-th lane of values or of gradients, from 1; where there is none, nothing happens. */
    void toggle(int number, boolean gradient) {
        List<Lane> lanes = available(gradient);
        if (number <= lanes.size()) {
            toggle(lanes.get(number - 1));
        }
    }
}
