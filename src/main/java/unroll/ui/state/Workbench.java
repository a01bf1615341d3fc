package unroll.ui.state;

import java.util.Optional;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import unroll.core.model.Parameters;
import unroll.core.model.Schedule;
import unroll.core.optim.UpdateRule;
import unroll.core.trace.Trace;
import unroll.debug.Debugger;
import unroll.debug.Knowledge;
import unroll.debug.Program;
import unroll.debug.Stops;
import unroll.experiment.Experiment;
import unroll.experiment.Probe;
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
    private final Stepping stepping;
    private final Choices choices;
    private final Iterations iterations;
    private final Probing probing;
    private final WeightEdits weights;
    private final BooleanProperty playing = new SimpleBooleanProperty(this, "playing");
    private final DoubleProperty speed = new SimpleDoubleProperty(this, "speed", 1);
    private final ObjectProperty<Selection> selection = new SimpleObjectProperty<>(this, "selection");
    private final ObjectProperty<Set<String>> highlighted = new SimpleObjectProperty<>(this, "highlighted", Set.of());
    private final ObjectProperty<Viewport> viewport = new SimpleObjectProperty<>(this, "viewport");
    private final ObjectProperty<Lesson> lesson = new SimpleObjectProperty<>(this, "lesson");
    private final ObjectProperty<Panel> panel = new SimpleObjectProperty<>(this, "panel", Panel.GRADIENT_FLOW);
    private final BooleanProperty home = new SimpleBooleanProperty(this, "home");
    private final ObservableList<String> shownLanes = FXCollections.observableArrayList();
    /** Of the latest trace, wherever the debugger stands; null before the first. */
    private Knowledge known;

    public Workbench(Laboratory laboratory) {
        this.laboratory = laboratory;
        this.stepping = new Stepping();
        this.choices = new Choices();
        this.iterations = new Iterations(laboratory);
        this.probing = new Probing(laboratory, stepping);
        this.weights = new WeightEdits(laboratory);
        laboratory.traced().subscribe(this::take);
    }

    private Workbench(Laboratory laboratory, Workbench before) {
        this.laboratory = laboratory;
        this.stepping = new Stepping(before.stepping);
        this.choices = new Choices(before.choices);
        this.iterations = new Iterations(laboratory);
        this.probing = new Probing(laboratory, stepping);
        this.weights = new WeightEdits(laboratory);
        setup.set(before.setup.get());
        known = before.known;
        trace.set(before.trace.get());
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
            show(traced.trace(), schedule(traced));
            iterations.arrive(this);
        }
    }

    public Choices choices() {
        return choices;
    }

    /** Null before the first one is opened. */
    public ReadOnlyObjectProperty<Experiment> experiment() {
        return laboratory.experiment();
    }

    /** What the experiment of the latest trace was made into: its network, first weights, data. Null before the first. */
    public ReadOnlyObjectProperty<Setup> setup() {
        return setup.getReadOnlyProperty();
    }

    /** Which sequences are traced, and what is changed in them. */
    public Probing probing() {
        return probing;
    }

    /** Weights changed by hand. */
    public WeightEdits weights() {
        return weights;
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
        return stepping.debugger();
    }

    /** What is known of the latest trace where the debugger stands; only once there is one. */
    public Knowledge knowledge() {
        return known.at(debugger().get().cursor());
    }

    /** The commands of the debugger. */
    public Stepping stepping() {
        return stepping;
    }

    /** Where the breakpoints stop in the latest trace. */
    public Stops stops() {
        return stepping.stops();
    }

    /** The row of the traced batch that is shown; views read it anew whenever {@link #debugger()} changes. */
    public int row() {
        return stepping.row();
    }

    /** Shows another row of the traced batch; one that it does not have changes nothing. */
    public void showRow(int index) {
        stepping.showRow(index);
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
        open(opened, Optional.empty(), Probe.FIRST);
    }

    /**
     * Shows another experiment, the debugger at its start.
     *
     * @param weights trained ones; they stay until an edit makes a network that they do not fit, or a training begins
     * @param looked which of its sequences
     */
    public void open(Experiment opened, Optional<Parameters> weights, Probe looked) {
        home.set(false);
        playing.set(false);
        selection.set(null);
        stepping.clear();
        laboratory.open(opened, weights, looked);
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
        tryEdit(path, value)
                .ifPresent(wrong ->
                        notice().set(Notice.warning(laboratory.messages().reason(wrong))));
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

    /** Traces the sequences that another workbench looks at. */
    void lookAlong(Probe looked) {
        laboratory.lookAlong(looked);
    }

    /** Each takes the other's experiment with all that was trained. */
    void exchange(Workbench other) {
        laboratory.exchange(other.laboratory);
    }

    /** Trains, or goes on training. */
    public void train() {
        laboratory.train();
    }

    /** Holds the training until it is started again. */
    public void pause() {
        laboratory.pause();
    }

    /** The number of a parameter that is followed through the update: the chosen one, else what changes most. */
    public ParameterEntry followedEntry() {
        ParameterEntry chosen = choices.entry().get();
        return chosen == null
                ? ParameterEntry.mostChangedBy(iterations.update())
                : chosen.within(trace.get().parameters());
    }

    public Iterations iterations() {
        return iterations;
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

    private void show(Trace latest, Schedule schedule) {
        Selection kept =
                selection.get() == null ? null : selection.get().within(latest).orElse(null);
        Program program = new Program(schedule, latest.steps());
        stepping.show(latest, program, () -> {
            known = new Knowledge(program, 0, latest);
            trace.set(latest);
            if (viewport.get() == null || viewport.get().steps() != latest.steps()) {
                viewport.set(Viewport.whole(latest.steps()));
            }
            selection.set(kept);
        });
    }

    /** Of the network as it was traced: in training, dropout adds lines. */
    private static Schedule schedule(TraceAnswer.Traced made) {
        UpdateRule rule = made.setup().experiment().training().rule();
        return Schedule.of(made.trace().network(), rule.lines());
    }
}
