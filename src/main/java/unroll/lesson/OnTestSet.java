package unroll.lesson;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import unroll.core.model.Parameters;
import unroll.experiment.Forecast;
import unroll.experiment.Level;
import unroll.experiment.Metric;
import unroll.experiment.StatesBySymbol;

/** What the weights that are shown do on the test sequences, and what rules without a network do there. */
final class OnTestSet {
    private final Scene scene;
    private Forecast forecast;

    OnTestSet(Scene scene) {
        this.scene = scene;
    }

    private Parameters weights() {
        return scene.trace().parameters();
    }

    /** The test loss of a rule. */
    OptionalDouble level(String rule) {
        return scene.setup().levels().stream()
                .filter(level ->
                        level.metric() == Metric.TEST_LOSS && level.name().equals(rule))
                .mapToDouble(Level::value)
                .findFirst();
    }

    OptionalDouble ahead(int count) {
        return forecast(count, foretold -> foretold.errorAhead(count));
    }

    OptionalDouble fedBack(int count) {
        return forecast(count, Forecast::errorFedBack);
    }

    OptionalDouble held(int count) {
        return forecast(count, foretold -> foretold.errorHeld(count));
    }

    private OptionalDouble forecast(int steps, ToDoubleFunction<Forecast> error) {
        if (!Forecast.isPossible(scene.setup())) {
            return OptionalDouble.empty();
        }
        if (forecast == null
                || forecast.fedBack().size()
                        != Math.min(steps, forecast.measured().size())) {
            forecast = Forecast.of(scene.setup(), weights(), steps);
        }
        return OptionalDouble.of(error.applyAsDouble(forecast));
    }

    /** How far the selected number lies apart in sequences that differ in their symbol at a step. */
    OptionalDouble apart(int symbolAt) {
        Optional<Picked> picked =
                scene.picked().filter(any -> scene.trace().sites().contains(any.site()));
        if (picked.isEmpty() || picked.get().t() < 1) {
            return OptionalDouble.empty();
        }
        int before = scene.trace().steps() - picked.get().t();
        double apart = StatesBySymbol.of(scene.setup(), weights(), picked.get().site(), symbolAt, before)
                .apart(picked.get().unit());
        return Double.isNaN(apart) ? OptionalDouble.empty() : OptionalDouble.of(apart);
    }
}
