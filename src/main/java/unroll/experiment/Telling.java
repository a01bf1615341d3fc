package unroll.experiment;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import unroll.core.data.Scaling;
import unroll.core.data.Score;
import unroll.core.train.Evaluation;

/**
 * In which terms a task's results are told: all that a measurement says, in the units in which a user thinks.
 *
 * @param scaling how the data's own units became the numbers of the sequences
 * @param spells whether an answer is a character, which costs bits
 * @param atEveryStep whether a sequence has an answer at every step
 * @param classes their names, if each deserves a number of its own
 */
public record Telling(Scaling scaling, boolean spells, boolean atEveryStep, List<String> classes) {
    /** More classes than anyone compares one by one. */
    private static final int MOST_CLASSES = 40;

    public Telling {
        classes = List.copyOf(classes);
    }

    static Telling of(Setup setup) {
        Task task = setup.experiment().task();
        List<String> outputs = setup.data().outputNames();
        boolean atEveryStep = setup.network().loss().atEveryStep();
        boolean each = task.classifies() && !atEveryStep && outputs.size() <= MOST_CLASSES;
        return new Telling(setup.data().scaling(), task.spells(), atEveryStep, each ? outputs : List.of());
    }

    /** What a score says, of the test set or of any other. */
    public Map<Metric, Double> tell(Score score) {
        Map<Metric, Double> told = new EnumMap<>(Metric.class);
        told.put(Metric.TEST_LOSS, score.loss());
        score.accuracy().ifPresent(accuracy -> told.put(Metric.TEST_ACCURACY, accuracy));
        if (spells) {
            told.put(Metric.TEST_BITS, score.loss() / StrictMath.log(2));
        }
        score.in(scaling).errors().ifPresent(errors -> {
            told.put(Metric.TEST_SQUARED_ERROR, errors.square());
            told.put(Metric.TEST_ROOT_ERROR, errors.root());
            told.put(Metric.TEST_ABSOLUTE_ERROR, errors.absolute());
        });
        return Collections.unmodifiableMap(told);
    }

    /** What a measurement says. */
    public Map<Metric, Double> tell(Evaluation.Result result) {
        Map<Metric, Double> told = new EnumMap<>(tell(result.score()));
        if (atEveryStep && !spells) {
            result.classes().ifPresent(answers -> told.put(Metric.TEST_SEQUENCE_ACCURACY, answers.ofSequences()));
        }
        return Collections.unmodifiableMap(told);
    }

    /** The share of right answers of each class that was asked for at all, by its name. */
    public Map<String, Double> byClass(Evaluation.Result result) {
        Map<String, Double> shares = new LinkedHashMap<>();
        result.classes().ifPresent(answers -> {
            for (int i = 0; i < classes.size(); i++) {
                if (!Double.isNaN(answers.byClass().at(i))) {
                    shares.put(classes.get(i), answers.byClass().at(i));
                }
            }
        });
        return Collections.unmodifiableMap(shares);
    }
}
