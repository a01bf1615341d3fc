package unroll.lesson;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import unroll.core.data.Examples;
import unroll.core.data.Targets;
import unroll.core.kernel.Engine;
import unroll.core.model.Parameters;
import unroll.core.model.Site;
import unroll.experiment.Setup;
import unroll.experiment.TextFeature;
import unroll.experiment.UnitsInText;

/** What takes long to measure and follows from the sequences and the weights alone: measured once, when it is asked for. */
final class Weighed {
    private static final int ROWS = 256;

    private final Setup setup;
    private final Parameters weights;
    private final Map<TextFeature, UnitsInText> followed = new EnumMap<>(TextFeature.class);
    private Map<String, Double> recalls;
    private Set<String> trainedWith;

    Weighed(Setup setup, Parameters weights) {
        this.setup = setup;
        this.weights = weights;
    }

    /** Whether it holds for other sequences and weights. */
    boolean isOf(Setup other, Parameters otherWeights) {
        return setup.equals(other) && weights.equals(otherWeights);
    }

    UnitsInText followed(TextFeature feature, Site site) {
        return followed.computeIfAbsent(feature, any -> UnitsInText.of(setup, weights, site, any));
    }

    /** The share of a class's test sequences that are recognised; empty where there is no such class. */
    OptionalDouble recall(String name) {
        Double share = recalls().get(name);
        return share == null ? OptionalDouble.empty() : OptionalDouble.of(share);
    }

    /** The mean of these shares: each class counts as much as any other. */
    OptionalDouble meanRecall() {
        return recalls().values().stream().mapToDouble(Double::doubleValue).average();
    }

    private Map<String, Double> recalls() {
        if (recalls == null) {
            var measured =
                    setup.evaluation(setup.data().test(), ROWS, Engine.simple()).of(weights);
            recalls = setup.telling().byClass(measured);
        }
        return recalls;
    }

    /** The share of a class's test sequences that, by their names, were trained with as well. */
    OptionalDouble seen(String name) {
        Examples test = setup.data().test();
        int wanted = setup.outputNames().indexOf(name);
        if (wanted < 0 || !(test.targets() instanceof Targets.Classes answers)) {
            return OptionalDouble.empty();
        }
        return IntStream.range(0, test.size())
                .filter(i -> answers.at(i, 1) == wanted)
                .mapToDouble(i -> trainedWith().contains(name + " " + test.label(i)) ? 1 : 0)
                .average();
    }

    private Set<String> trainedWith() {
        if (trainedWith == null) {
            trainedWith = new HashSet<>();
            Examples train = setup.data().train();
            Targets.Classes answers = (Targets.Classes) train.targets();
            for (int i = 0; i < train.size(); i++) {
                trainedWith.add(setup.outputNames().get(answers.at(i, 1)) + " " + train.label(i));
            }
        }
        return trainedWith;
    }
}
