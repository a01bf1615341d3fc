package unroll.experiment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import unroll.core.data.Dataset;
import unroll.core.data.Examples;
import unroll.core.data.Inputs;
import unroll.core.data.Spelling;
import unroll.core.kernel.Engine;
import unroll.core.model.Batch;
import unroll.core.model.Network;
import unroll.core.model.Parameters;
import unroll.core.model.Site;
import unroll.core.tensor.Tensor;
import unroll.core.trace.Conditions;
import unroll.core.train.Batching;
import unroll.core.train.Evaluation;
import unroll.core.train.InitialState;
import unroll.core.train.Trainer;
import unroll.core.train.TrainingSetup;

/**
 * An experiment made ready: its network with the first weights, and its sequences.
 *
 * @param initial drawn from the experiment's seed
 */
public record Setup(Experiment experiment, Network network, Dataset data, Parameters initial) {
    /**
     * Builds everything that an experiment describes.
     *
     * @throws E if its table can't be had
     * @throws IllegalArgumentException if the table does not fit the task
     */
    public static <E extends Exception> Setup of(Experiment experiment, DataSource<E> source) throws E {
        boolean atEveryStep = experiment.model().loss().atEveryStep();
        return of(experiment, experiment.task().dataset(experiment.seed(), atEveryStep, source));
    }

    /** Builds what an experiment describes around its task's sequences as {@link Task#dataset} makes them. */
    public static Setup of(Experiment experiment, Dataset data) {
        Network network = experiment.model().network(data);
        Parameters initial = experiment.initialiser().initialise(network, experiment.seed());
        return new Setup(experiment, network, data.withBaselinesFor(network.loss()), initial);
    }

    /** The same with other weights to begin with. */
    public Setup withInitial(Parameters replacement) {
        return new Setup(experiment, network, data, replacement);
    }

    /** One sequence as a batch of one row, to be traced. */
    public Batch batch(Part part, int example) {
        Examples examples = examples(part);
        Batch batch = new Batch(network, examples.length(example), 1);
        examples.fill(example, batch, 0);
        return batch;
    }

    /** Under what conditions so many rows are traced: as truncated as in training, and with nothing dropped. */
    public Conditions conditions(int rows) {
        return startingFrom(experiment.training().regime().initialState().states(network, rows));
    }

    /** The same for certain rows, which may start from what the sequences before them left behind with these weights. */
    public Conditions conditions(Probed probed, Parameters weights) {
        return experiment.training().regime().initialState().isNeverReset()
                ? startingFrom(Leftover.before(probed, weights))
                : conditions(probed.rows().size());
    }

    private Conditions startingFrom(Map<Site, Tensor> states) {
        return Conditions.startingFrom(states)
                .withTruncation(experiment.training().regime().truncation());
    }

    /** Memory for measuring on a part's sequences, some rows at a time. */
    public Evaluation evaluation(Examples examples, int rows, Engine engine) {
        InitialState initialState = experiment.training().regime().initialState();
        return new Evaluation(network, examples, Math.min(rows, network.mostRows()), initialState, engine);
    }

    /**
     * The sequences that a probe looks at.
     *
     * @throws IllegalArgumentException if a text in it can't be read
     */
    public Probed probed(Probe probe) {
        return Probed.of(this, probe);
    }

    Optional<Spelling> spelling() {
        return experiment.task().spelling(data);
    }

    /** Whether sequences are texts rather than numbers. */
    public boolean isSpelled() {
        return spelling().isPresent();
    }

    /** The names of the symbols that inputs stand for, in order; none where inputs are numbers. */
    public List<String> symbols() {
        return spelling().map(each -> each.alphabet().names()).orElse(List.of());
    }

    /** A sequence as a text; empty where it shows numbers, or numbers were put into it. */
    public Optional<String> text(Probed.Row row) {
        return spelling()
                .filter(spelling -> row.shown().inputs() instanceof Inputs.Symbols)
                .map(spelling -> spelling.text(row.shown(), 0));
    }

    /** The names of the outputs, in order: classes, or what is foretold. */
    public List<String> outputNames() {
        return data.outputNames();
    }

    /**
     * Looks whether a text can be a sequence.
     *
     * @throws IllegalArgumentException if it can't
     */
    public void requireReadable(String text) {
        spelling().ifPresent(each -> each.inputs(text));
    }

    /** How many sequences a part has. */
    public int sequences(Part part) {
        return examples(part).size();
    }

    /** A short name of a sequence, such as the year that is to be foretold. */
    public String label(Part part, int example) {
        return examples(part).label(example);
    }

    /** What rules without a network reach. */
    public List<Level> levels() {
        return Level.of(data.baselines(), telling());
    }

    /** What a user should know of how the data were read; a sentence each. */
    public List<String> notes() {
        return data.notes();
    }

    /** In which terms results are told. */
    public Telling telling() {
        return Telling.of(this);
    }

    Examples examples(Part part) {
        return part == Part.TRAIN ? data.train() : data.test();
    }

    /**
     * All that its training follows from.
     *
     * @throws IllegalArgumentException if the training fits neither the sequences nor the network
     */
    public TrainingSetup training() {
        Training training = experiment.training();
        InitialState initialState = training.regime().initialState();
        if (initialState.isNeverReset()) {
            Leftover.requireOneByOne(training);
        } else if (initialState.isCarried() && !experiment.task().isContinuous()) {
            throw new IllegalArgumentException("a carried state needs sequences each of which goes on where the one"
                    + " before ended: those of a text (the task characters)");
        }
        Batching batching = new Batching(training.batchSize(), training.shuffles(), experiment.seed());
        return new TrainingSetup(network, initial, data.training(), batching, training.rule(), training.regime());
    }

    /** A trainer before its first iteration, on one thread. */
    public Trainer trainer() {
        return trainer(Engine.simple());
    }

    /** A trainer before its first iteration. */
    public Trainer trainer(Engine engine) {
        return new Trainer(training(), engine);
    }

    /** The two parts of a data set. */
    public enum Part {
        TRAIN,
        TEST
    }
}
