package unroll.lesson;

import java.util.List;
import unroll.core.model.Site;
import unroll.core.op.Quantity;
import unroll.debug.Breakpoint;
import unroll.experiment.Setup.Part;
import unroll.io.ExperimentFile;
import unroll.io.ReadProblem;

/** What a step does to the debugger when it is entered. */
public sealed interface Action {
    void doOn(Desk desk);

    /**
     * The network that is on the desk afterwards.
     *
     * @throws ReadProblem if it can't be done to this one
     */
    default Start after(Start before) throws ReadProblem {
        return before;
    }

    /** Opens an experiment. */
    record Open(Start start) implements Action {
        @Override
        public void doOn(Desk desk) {
            desk.open(start);
        }

        @Override
        public Start after(Start before) {
            return start;
        }
    }

    /** Sets a field of the experiment, such as {@code initialiser.gain}. */
    record SetField(String path, String value) implements Action {
        @Override
        public void doOn(Desk desk) {
            desk.set(path, value);
        }

        @Override
        public Start after(Start before) throws ReadProblem {
            return before.with(
                    ExperimentFile.of(before.experiment()).with(path, value).experiment());
        }
    }

    /** Moves the cursor. */
    record MoveTo(Place place) implements Action {
        @Override
        public void doOn(Desk desk) {
            desk.moveTo(place);
        }
    }

    /** Shows a lane, such as {@code dh}, beside those that are shown. */
    record AddLane(String lane) implements Action {
        @Override
        public void doOn(Desk desk) {
            desk.addLane(lane);
        }
    }

    /** Shows these lanes and no others. */
    record ShowLanes(List<String> lanes) implements Action {
        public ShowLanes {
            lanes = List.copyOf(lanes);
        }

        @Override
        public void doOn(Desk desk) {
            desk.showLanes(lanes);
        }
    }

    /**
     * Selects a number.
     *
     * @param quantity such as {@code h}, or {@code dh} for the gradient
     * @param layer from 1; of no effect for inputs and outputs
     * @param t past the last step stands for the last
     * @param unit from 1
     */
    record Select(String quantity, int layer, int t, int unit) implements Action {
        /** Whether the number stands in a vector, or in its gradient. */
        public boolean isOf(Site site) {
            String id = site.quantity().id();
            boolean named = quantity.equals(id) || quantity.equals("d" + id);
            return named && (site.isHead() || id.equals(Quantity.INPUT.id()) || site.layer() == layer - 1);
        }

        /** Whether the number stands in the gradient of a vector that it {@link #isOf}. */
        public boolean isGradientOf(Site site) {
            return !site.quantity().id().equals(quantity);
        }

        @Override
        public void doOn(Desk desk) {
            desk.select(this);
        }
    }

    /** Sets a breakpoint. */
    record StopAt(Breakpoint breakpoint) implements Action {
        @Override
        public void doOn(Desk desk) {
            desk.stopAt(breakpoint);
        }
    }

    /** Clears all breakpoints. */
    record ClearBreakpoints() implements Action {
        @Override
        public void doOn(Desk desk) {
            desk.clearBreakpoints();
        }
    }

    /** Brings a panel to the front. */
    record ShowPanel(Panel panel) implements Action {
        @Override
        public void doOn(Desk desk) {
            desk.bringToFront(panel);
        }
    }

    /** Traces another sequence of the experiment, from 0. */
    record ShowExample(Part part, int index) implements Action {
        @Override
        public void doOn(Desk desk) {
            desk.showExample(part, index);
        }
    }

    /** Traces so many sequences as one batch. */
    record ShowRows(int count) implements Action {
        @Override
        public void doOn(Desk desk) {
            desk.showRows(count);
        }
    }
}
