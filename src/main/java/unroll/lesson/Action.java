package unroll.lesson;

import unroll.core.model.Phase;
import unroll.experiment.Experiment;

/** What a step does to the debugger when it is entered. */
public sealed interface Action {
    /** Opens an experiment, untrained. */
    record Open(Experiment experiment) implements Action {}

    /** Sets a field of the experiment, such as {@code initialiser.gain}. */
    record SetField(String path, String value) implements Action {}

    /**
     * Moves the cursor to the beginning or the end of a phase.
     *
     * @param atEnd whether all of its lines have run
     */
    record MoveTo(Phase phase, boolean atEnd) implements Action {}

    /** Shows a lane, such as {@code dh}. */
    record ShowLane(String lane) implements Action {}
}
