package unroll.lesson;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import unroll.core.trace.Trace;
import unroll.experiment.Level;
import unroll.experiment.Metric;
import unroll.experiment.TextFeature;
import unroll.experiment.UnitsInText;

/** What the letters of a text cost, and what units know of it. */
final class Text {
    private final Scene scene;
    private final Weighed weighed;

    Text(Scene scene, Weighed weighed) {
        this.scene = scene;
        this.weighed = weighed;
    }

    /** The bits that the answer of a step costs, once its loss is known; t from 1. */
    OptionalDouble cost(int t) {
        Trace trace = scene.trace();
        boolean isTold = trace.network().loss().atEveryStep()
                && scene.experiment().task().spells()
                && t >= 1
                && new Answers(scene.knowledge()).isKnown(t);
        return isTold ? OptionalDouble.of(trace.stepLoss(t) / Math.log(2)) : OptionalDouble.empty();
    }

    /** The mean of the bits of all answers, once all are known. */
    OptionalDouble meanCost() {
        Trace trace = scene.trace();
        return cost(trace.steps()).isPresent()
                ? IntStream.rangeClosed(1, trace.steps())
                        .mapToDouble(t -> cost(t).orElseThrow())
                        .average()
                : OptionalDouble.empty();
    }

    /** The bits per letter of a rule without a network. */
    OptionalDouble bitsOf(String rule) {
        return scene.setup().levels().stream()
                .filter(level ->
                        level.metric() == Metric.TEST_BITS && level.name().equals(rule))
                .mapToDouble(Level::value)
                .findFirst();
    }

    /** How closely the selected unit of the state follows a feature: a correlation without its sign. */
    OptionalDouble follows(TextFeature feature) {
        Trace trace = scene.trace();
        Optional<Picked> picked = scene.picked()
                .filter(any -> trace.sites().contains(any.site()))
                .filter(any ->
                        any.site().quantity().equals(trace.network().cell().output()));
        if (picked.isEmpty() || !UnitsInText.isPossible(scene.setup())) {
            return OptionalDouble.empty();
        }
        UnitsInText units = weighed.followed(feature, picked.get().site());
        return OptionalDouble.of(Math.abs(units.correlations().at(picked.get().unit())));
    }
}
