package unroll.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import unroll.core.model.Phase;
import unroll.core.model.Schedule;
import unroll.core.optim.UpdateRule;
import unroll.core.trace.Recorder;
import unroll.core.trace.Trace;
import unroll.debug.CursorPairing;
import unroll.debug.Knowledge;
import unroll.debug.Program;
import unroll.experiment.Setup;
import unroll.io.ReadProblem;
import unroll.plot.Wording;
import unroll.plot.export.Origin;
import unroll.plot.panel.Measured;
import unroll.plot.panel.PanelFigure;
import unroll.plot.panel.Sample;

/**
 * The views of a network, or of two that are compared, as the debugger steps through its program.
 *
 * @param view the name
 * @param width that it will be drawn at, px
 */
record SnapshotViews(String view, Wording wording, double width) {

    /** One network's view. */
    SteppedView single(ExperimentName name) throws ReadProblem {
        Setup setup = name.setup();
        Knowledge start = atStart(setup);
        UpdateRule rule = setup.experiment().training().rule();
        Measured measured = Views.measure(view, Sample.of(start.trace(), rule), width);
        return new SteppedView(start.program(), cursor -> measured.at(start.at(cursor), wording));
    }

    /**
     * Two networks' view.
     *
     * @throws IllegalArgumentException if their time steps differ
     */
    SteppedView pair(ExperimentName name, ExperimentName changed) throws ReadProblem {
        ComparedViews views = new ComparedViews(name.file().differences(changed.file()), wording);
        Knowledge a = atStart(name.setup());
        Knowledge b = atStart(changed.setup());
        int steps = a.trace().steps();
        if (b.trace().steps() != steps) {
            throw new IllegalArgumentException("--against: expected a network on the same " + steps
                    + " time steps, found " + b.trace().steps());
        }
        CursorPairing pairing = new CursorPairing(a.program(), b.program());
        return new SteppedView(
                a.program(), cursor -> views.painter(view, a.at(cursor), b.at(pairing.follow(cursor)), width));
    }

    /** What made the picture. */
    String origin(ExperimentName name, Map<String, String> against) throws ReadProblem {
        Origin one = ExperimentName.origin(name.file().experiment(), wording);
        if (against.isEmpty()) {
            return Origin.line(List.of(one), wording);
        }
        Origin other = ExperimentName.origin(
                name.with(new LinkedHashMap<>(against)).file().experiment(), wording);
        return Origin.line(List.of(one.called("A"), other.called("B")), wording);
    }

    /** Where it stands if nobody says: only the end of all tells what the update does to the weights. */
    int usualCursor(Program program) {
        return view.equals(PanelFigure.WEIGHTS.id()) ? program.size() : program.end(Phase.BACKWARD);
    }

    private static Knowledge atStart(Setup setup) {
        Trace trace = Recorder.record(
                setup.network(), setup.initial(), setup.batch(Setup.Part.TRAIN, 0), setup.conditions(1));
        Schedule schedule = Schedule.of(
                setup.network(), setup.experiment().training().rule().lines());
        return new Knowledge(new Program(schedule, trace.steps()), 0, trace);
    }
}
