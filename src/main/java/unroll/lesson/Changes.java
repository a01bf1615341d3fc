package unroll.lesson;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import unroll.core.model.ParameterLayout;
import unroll.core.model.Parameters;
import unroll.core.model.Phase;
import unroll.core.model.Site;
import unroll.core.optim.UpdateRule;
import unroll.core.tensor.Norms;
import unroll.core.tensor.Tensor;
import unroll.core.trace.Recorder;
import unroll.core.trace.Trace;
import unroll.core.trace.UpdateTrace;
import unroll.experiment.Probe;
import unroll.experiment.Probed;
import unroll.experiment.Setup;

/** What a learner's changes of inputs and weights do, beside the sequence and the weights as they came. */
final class Changes {
    private final Scene scene;
    private Trace asInData;
    private OptionalDouble after = OptionalDouble.empty();

    Changes(Scene scene) {
        this.scene = scene;
    }

    private Trace record(Parameters parameters, Probe probe) {
        Setup setup = scene.setup();
        Probed probed = setup.probed(probe);
        return Recorder.record(setup.network(), parameters, probed.batch(), setup.conditions(probed, parameters));
    }

    /** The distance of h_t from what it is with the sequence as in the data and the same weights. */
    OptionalDouble ofState(Site h, int t) {
        if (!scene.trace().sites().contains(h) || !scene.knowledge().isKnown(h, t)) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(distance(h, t));
    }

    /** At how many steps the output is not what it is with the sequence as in the data. */
    OptionalDouble movedOutputs() {
        Trace shown = scene.trace();
        Site output = Site.head(shown.network().readByLoss());
        if (!shown.network().loss().atEveryStep() || !scene.knowledge().isKnown(output, shown.steps())) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of((double) IntStream.rangeClosed(1, shown.steps())
                .filter(t -> distance(output, t) > 0)
                .count());
    }

    private double distance(Site site, int t) {
        if (asInData == null) {
            Probe probe = scene.probe();
            asInData = record(scene.trace().parameters(), probe.at(probe.part(), probe.example()));
        }
        double[] distance = new double[scene.trace().width(site)];
        for (int unit = 0; unit < distance.length; unit++) {
            distance[unit] = scene.trace().value(site, t, 0, unit) - asInData.value(site, t, 0, unit);
        }
        return Norms.euclidean(distance, 0, distance.length);
    }

    /** At how many steps the input was changed. */
    double editedSteps() {
        Probed.Row row = scene.setup().probed(scene.probe()).rows().get(0);
        Tensor shown = row.inputs();
        Tensor data = row.dataInputs();
        int width = shown.extent(1);
        int edited = 0;
        for (int t = 0; t < shown.extent(0); t++) {
            boolean differs = t >= data.extent(0);
            for (int unit = 0; unit < width && !differs; unit++) {
                differs = shown.at(t * width + unit) != data.at(t * width + unit);
            }
            edited += differs ? 1 : 0;
        }
        return edited;
    }

    /**
     * How many weights differ from the first ones.
     *
     * @param except the name of one that may, such as {@code bias_ih_l0[1]}
     */
    double otherWeights(String except) {
        Parameters shown = scene.trace().parameters();
        Parameters first = scene.setup().initial();
        int other = 0;
        for (ParameterLayout.Entry entry : shown.layout().entries()) {
            for (int i = 0; i < entry.size(); i++) {
                boolean differs = shown.tensor(entry.name()).at(i)
                        != first.tensor(entry.name()).at(i);
                other += differs && !except.equals(entry.name() + "[" + i + "]") ? 1 : 0;
            }
        }
        return other;
    }

    /**
     * The change of the loss over the change of a weight, both since the first weights; empty while it is as it was.
     *
     * @param weight its name, such as {@code weight_hh_l0[0]}
     */
    OptionalDouble quotient(String weight) {
        int bracket = weight.indexOf('[');
        String name = weight.substring(0, bracket);
        int index = Integer.parseInt(weight.substring(bracket + 1, weight.length() - 1));
        Parameters first = scene.setup().initial();
        boolean exists = first.layout().names().contains(name)
                && index < first.layout().entry(name).size();
        double change = exists
                ? scene.trace().parameters().tensor(name).at(index)
                        - first.tensor(name).at(index)
                : 0;
        return change == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        (scene.trace().loss() - record(first, scene.probe()).loss()) / change);
    }

    /** The loss of the traced sequence after one update by a fresh optimiser, over the loss before it. */
    OptionalDouble lossAfterUpdate() {
        if (scene.knowledge().cursor() < scene.knowledge().program().end(Phase.BACKWARD)) {
            return OptionalDouble.empty();
        }
        if (after.isEmpty()) {
            Trace before = scene.trace();
            UpdateRule rule = scene.experiment().training().rule();
            UpdateTrace update = UpdateTrace.of(before, rule, Optional.empty());
            Parameters updated = Parameters.copyOf(
                    before.parameters().layout(), update.updatedWeights().toArray());
            after = OptionalDouble.of(record(updated, scene.probe()).loss() / before.loss());
        }
        return after;
    }
}
