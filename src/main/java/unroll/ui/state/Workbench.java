package unroll.ui.state;

import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import unroll.core.model.Parameters;
import unroll.core.model.Schedule;
import unroll.core.trace.Trace;
import unroll.debug.Breakpoint;
import unroll.debug.Debugger;
import unroll.debug.Knowledge;
import unroll.debug.Program;
import unroll.experiment.Experiment;
import unroll.experiment.Setup;
import unroll.io.ReadProblem;
import unroll.lesson.Lesson;
import unroll.lesson.Panel;
import unroll.plot.lanes.Viewport;
import unroll.run.Snapshot;
import unroll.run.TraceAnswer;

/**
 * What the window shows, in one place: the experiment, its latest trace, where the debugger stands in it, what is
 * selected, and the training. Features share nothing else. All of it belongs to the JavaFX thread; the results of the
 * background threads come in through {@link #pull}, once a frame.
 */
public final class Workbench {
    private final Laboratory laboratory;
    private final ReadOnlyObjectWrapper<Setup> setup = new ReadOnlyObjectWrapper<>(this, "setup");
    private final ReadOnlyObjectWrapper<Trace> trace = new ReadOnlyObjectWrapper<>(this, "trace");
    private final ReadOnlyObjectWrapper<Debugger> debugger = new ReadOnlyObjectWrapper<>(this, "debugger");
    private final BooleanProperty playing = new SimpleBooleanProperty(this, "playing");
    private final DoubleProperty speed = new SimpleDoubleProperty(this, "speed", 1);
    private final ObjectProperty<Selection> selection = new SimpleObjectProperty<>(this, "selection");
    private final ObjectProperty<Set<String>> highlighted = new SimpleObjectProperty<>(this, "highlighted", Set.of());
    private final ObjectProperty<Viewport> viewport = new SimpleObjectProperty<>(this, "viewport");
    private final ObjectProperty<Lesson> lesson = new SimpleObjectProperty<>(this, "lesson");
    private final ObjectProperty<Panel> panel = new SimpleObjectProperty<>(this, "panel", Panel.FLOW);
    private final BooleanProperty home = new SimpleBooleanProperty(this, "home");
    private final ObservableList<String> shownLanes = FXCollections.observableArrayList();

    public Workbench(Laboratory laboratory) {
        this.laboratory = laboratory;
        laboratory.traced().subscribe(this::take);
    }

    private Workbench(Laboratory laboratory, Workbench before) {
        this.laboratory = laboratory;
        setup.set(before.setup.get());
        trace.set(before.trace.get());
        debugger.set(before.debugger.get());
        playing.set(before.playing.get());
        speed.set(before.speed.get());
        selection.set(before.selection.get());
        viewport.set(before.viewport.get());
        lesson.set(before.lesson.get());
        panel.set(before.panel.get());
        home.set(before.home.get());
        shownLanes.setAll(before.shownLanes);
        laboratory.traced().subscribe((old, traced) -> take(traced));
    }

    /**
     * A workbench that speaks another language and goes on where this one stands. Nobody listens to it yet; this one is of
     * no use afterwards, and is forgotten together with the views that listen to it.
     */
    public Workbench in(Messages language) {
        return new Workbench(laboratory.in(language), this);
    }

    private void take(TraceAnswer.Traced traced) {
        if (traced != null) {
            setup.set(traced.setup());
            show(traced.trace(), schedule(traced.setup()));
        }
    }

    /** Null before the first one is opened. */
    public ReadOnlyObjectProperty<Experiment> experiment() {
        return laboratory.experiment();
    }

    /** What the experiment of the latest trace was made into: its network, first weights, data. Null before the first. */
    public ReadOnlyObjectProperty<Setup> setup() {
        return setup.getReadOnlyProperty();
    }

    /** Which training sequence is traced, from 0. */
    public int example() {
        return laboratory.example();
    }

    /** The latest trace; null before the first. */
    public ReadOnlyObjectProperty<Trace> trace() {
        return trace.getReadOnlyProperty();
    }

    /**
     * Where the debugger stands in the latest trace; null before the first. Changes after {@link #trace()} and with every
     * trace, so that views need to listen to this one only.
     */
    public ReadOnlyObjectProperty<Debugger> debugger() {
        return debugger.getReadOnlyProperty();
    }

    /** What is known of the latest trace where the debugger stands; only once there is one. */
    public Knowledge knowledge() {
        return new Knowledge(debugger.get(), trace.get());
    }

    /** The state of the training; null when nothing was trained. */
    public ReadOnlyObjectProperty<Snapshot> snapshot() {
        return laboratory.snapshot();
    }

    /** Whether the network is being trained. */
    public ReadOnlyBooleanProperty training() {
        return laboratory.training();
    }

    /** Whether a background thread may have a new result: while true, {@link #pull} is to be called once a frame. */
    public ReadOnlyBooleanProperty busy() {
        return laboratory.busy();
    }

    /** Whether the lines run by themselves, one after the other. */
    public BooleanProperty playing() {
        return playing;
    }

    /** Factor of the pace at which lines play, 1 for one line in 200 ms. */
    public DoubleProperty speed() {
        return speed;
    }

    /** Null while nothing is selected. */
    public ObjectProperty<Selection> selection() {
        return selection;
    }

    /** Ids of the quantities that the mouse points at in any view: {@code h}, {@code a.i}, {@code dh} … */
    public ObjectProperty<Set<String>> highlighted() {
        return highlighted;
    }

    /** The last thing to tell the user; null when it was dismissed. */
    public ObjectProperty<Notice> notice() {
        return laboratory.notice();
    }

    /** The time steps that the stage shows, and the lanes below it; null before the first trace. */
    public ObjectProperty<Viewport> viewport() {
        return viewport;
    }

    /** Ids of the lanes that are shown, in any order; they stand in the order of the network's lanes. */
    public ObservableList<String> shownLanes() {
        return shownLanes;
    }

    /** The lesson that is open, whose view opens its experiments; null for none. */
    public ObjectProperty<Lesson> lesson() {
        return lesson;
    }

    /** The panel in front. */
    public ObjectProperty<Panel> panel() {
        return panel;
    }

    /** Whether the start page is shown in place of the network; ends when something is opened. */
    public BooleanProperty home() {
        return home;
    }

    /** Shows another experiment, untrained, the debugger at its start. */
    public void open(Experiment opened) {
        open(opened, Optional.empty());
    }

    /**
     * Shows another experiment, the debugger at its start.
     *
     * @param weights trained ones; they stay until an edit makes a network that they do not fit, or a training begins
     */
    public void open(Experiment opened, Optional<Parameters> weights) {
        home.set(false);
        playing.set(false);
        selection.set(null);
        debugger.set(null);
        laboratory.open(opened, weights);
    }

    /** Trained weights that were opened with the experiment and still fit it. */
    public Optional<Parameters> loadedWeights() {
        return laboratory.loaded();
    }

    /**
     * Changes one field of the experiment; what was trained is put aside.
     *
     * @param path its place in the experiment's file, for instance {@code model.cell}
     * @param value a text, number or truth value; one that does not fit becomes a notice
     */
    public void edit(String path, Object value) {
        tryEdit(path, value).ifPresent(wrong -> notice().set(Notice.warning(wrong.getMessage())));
    }

    /**
     * Changes one field of the experiment as {@link #edit} does.
     *
     * @return what is wrong with the value, if anything: the experiment is then as it was
     */
    public Optional<ReadProblem> tryEdit(String path, Object value) {
        return laboratory.edit(path, value);
    }

    /** Takes the last edit back. */
    public void undo() {
        laboratory.undo();
    }

    /** Traces another training sequence; past the end stands for the last. */
    public void showExample(int index) {
        laboratory.showExample(index);
    }

    /** Trains, or goes on training. */
    public void train() {
        laboratory.train();
    }

    /** Holds the training until it is started again. */
    public void pause() {
        laboratory.pause();
    }

    /** Holds the training and shows the network as it was, as near to an iteration as a checkpoint was kept. */
    public void goBackTo(long iteration) {
        laboratory.goBackTo(iteration);
    }

    /** The iteration that {@link #goBackTo} went back to; below 0 while the latest is shown. */
    public ReadOnlyLongProperty shownIteration() {
        return laboratory.shownIteration();
    }

    /**
     * Takes what the background threads have ready; to be called once a frame while {@link #busy()}.
     *
     * @param now ns
     */
    public void pull(long now) {
        laboratory.pull(now);
    }

    /** Ends the training and keeps what it has reached; nothing is to be done with this workbench afterwards. */
    public void close() {
        laboratory.close();
    }

    public void into() {
        step(Debugger::into);
    }

    public void backInto() {
        step(Debugger::backInto);
    }

    public void over() {
        step(Debugger::over);
    }

    public void backOver() {
        step(Debugger::backOver);
    }

    public void out() {
        step(Debugger::out);
    }

    public void backOut() {
        step(Debugger::backOut);
    }

    public void run() {
        step(Debugger::run);
    }

    public void backRun() {
        step(Debugger::backRun);
    }

    public void runTo(int line, int t) {
        step(at -> at.runTo(line, t));
    }

    public void moveTo(int cursor) {
        step(at -> at.moveTo(cursor));
    }

    /** Sets a breakpoint, or clears the one that is like it. */
    public void toggle(Breakpoint breakpoint) {
        step(at -> at.toggle(breakpoint));
    }

    /** Puts one breakpoint in the place of another. */
    public void replace(Breakpoint before, Breakpoint after) {
        step(at -> at.withBreakpoints(at.breakpoints().stream()
                .map(each -> each.equals(before) ? after : each)
                .toList()));
    }

    private void step(UnaryOperator<Debugger> command) {
        if (debugger.get() != null) {
            debugger.set(command.apply(debugger.get()));
        }
    }

    /** The debugger stays at its place, or as near to it as the new program allows. */
    private void show(Trace latest, Schedule schedule) {
        Program program = new Program(schedule, latest.steps());
        Debugger before = debugger.get();
        Selection kept =
                selection.get() == null ? null : selection.get().within(latest).orElse(null);
        if (before != null && !isLike(before.program(), program)) {
            // No view may meet the debugger of one program beside the trace of another, whatever it listens to.
            debugger.set(null);
        }
        trace.set(latest);
        if (viewport.get() == null || viewport.get().steps() != latest.steps()) {
            viewport.set(Viewport.whole(latest.steps()));
        }
        selection.set(kept);
        debugger.set(before == null ? Debugger.atStart(program) : before.in(program));
    }

    private static boolean isLike(Program one, Program other) {
        return one.steps() == other.steps() && one.schedule().equals(other.schedule());
    }

    private static Schedule schedule(Setup made) {
        return Schedule.of(made.network(), made.experiment().training().rule().lines());
    }
}
