package unroll.lesson;

import java.util.OptionalDouble;
import unroll.core.model.ParameterLayout;
import unroll.core.model.Site;
import unroll.core.model.Truncation;
import unroll.experiment.Task;

/** What the experiment says before anything runs. */
final class Chosen {
    private final Scene scene;

    Chosen(Scene scene) {
        this.scene = scene;
    }

    /** The depth of truncation; empty where nothing is cut. */
    OptionalDouble window() {
        Truncation truncation = scene.experiment().training().regime().truncation();
        return truncation.exists() ? OptionalDouble.of(truncation.depth()) : OptionalDouble.empty();
    }

    /** The size of random inputs. */
    OptionalDouble deviation() {
        return scene.experiment().task() instanceof Task.RandomInputs random
                ? OptionalDouble.of(random.noise().deviation())
                : OptionalDouble.empty();
    }

    /** How many numbers the cells learn. */
    double learned() {
        return scene.trace().network().parameters().entries().stream()
                .filter(entry -> entry.layer() != Site.HEAD)
                .mapToInt(ParameterLayout.Entry::size)
                .sum();
    }
}
