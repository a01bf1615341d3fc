package unroll.lesson;

import java.util.List;
import unroll.debug.Breakpoint;
import unroll.experiment.Setup.Part;

/** What a lesson can do to the debugger in front of the learner. */
public interface Desk {
    /** Shows a network at a start, with its own inputs and weights; nothing if it is shown so already. */
    void open(Start start);

    /** Changes a field of the experiment, such as {@code initialiser.gain}. */
    void set(String path, String value);

    void moveTo(Place place);

    /** Selects a number, once the trace of the experiment is there; one that the network does not have is left out. */
    void select(Action.Select selected);

    void addLane(String lane);

    /** Shows these lanes and no others. */
    void showLanes(List<String> lanes);

    /** Sets a breakpoint, if there is none like it. */
    void stopAt(Breakpoint breakpoint);

    void clearBreakpoints();

    void bringToFront(Panel panel);

    /** Traces another of the experiment's sequences, from 0. */
    void showExample(Part part, int index);

    /** Traces so many sequences, from the one that is shown on, as one batch. */
    void showRows(int count);
}
