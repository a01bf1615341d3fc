package unroll.core.data;

import unroll.core.model.Batch;
import unroll.core.model.Buffer;
import unroll.core.model.Detail;
import unroll.core.model.Execution;
import unroll.core.model.Network;
import unroll.core.model.Parameters;
import unroll.core.model.Site;
import unroll.core.tensor.RandomStream;

/**
 * Writes text with a network that foretells the next character: each character is drawn from the network's own forecast
 * and shown to it as the next input, with its state carried on. Not for several threads.
 */
public final class Sampler {
    private final Alphabet alphabet;
    private final Batch batch;
    private final Execution execution;
    private final Buffer outputs;
    private final double[] weights;

    /**
     * A sampler in memory of its own.
     *
     * @param alphabet of the text that the network was trained on
     * @throws IllegalArgumentException if the network does not foretell characters of it, or reads backwards too
     */
    public Sampler(Network network, Parameters parameters, Alphabet alphabet) {
        if (network.inputSize() != alphabet.size()
                || network.outputSize() != alphabet.size()
                || !network.loss().kind().classifies()) {
            throw new IllegalArgumentException("a network with " + network.inputSize() + " inputs and "
                    + network.outputSize() + " outputs does not foretell the next of " + alphabet.size()
                    + " characters");
        }
        if (network.directions().size() > 1) {
            throw new IllegalArgumentException("a network that reads backwards needs the whole text to foretell it");
        }
        this.alphabet = alphabet;
        this.batch = new Batch(network, 1, 1);
        this.execution = Execution.of(network, parameters, batch, Detail.TRAINING);
        this.outputs = execution.values().get(Site.head(network.readByLoss()));
        this.weights = new double[alphabet.size()];
    }

    /**
     * Goes on with a text.
     *
     * @param start at least one character, read before the first is drawn
     * @param characters how many to draw
     * @param temperature τ > 0: a character is drawn with a probability in proportion to p^(1/τ), so that below 1 likely
     *     ones become likelier, and above 1 all become more alike
     * @return what was drawn, without the start
     * @throws IllegalArgumentException if the start is empty or has a character that is not in the alphabet
     */
    public String goOn(String start, int characters, double temperature, RandomStream random) {
        if (!(temperature > 0) || Double.isInfinite(temperature)) {
            throw new IllegalArgumentException("the temperature must be a number above 0, not " + temperature);
        }
        int[] read = alphabet.codes(start);
        if (read.length == 0) {
            throw new IllegalArgumentException("a text needs at least one character to go on from");
        }
        execution.resetInitialStates();
        for (int code : read) {
            show(code);
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < characters; i++) {
            int code = draw(temperature, random);
            text.append(alphabet.character(code));
            show(code);
        }
        return text.toString();
    }

    private void show(int code) {
        for (int unit = 0; unit < alphabet.size(); unit++) {
            batch.setInput(1, 0, unit, unit == code ? 1 : 0);
        }
        execution.forward();
        execution.carryStatesOver();
    }

    private int draw(double temperature, RandomStream random) {
        double[] y = outputs.data();
        int at = outputs.offset(1, 0);
        double largest = y[at];
        for (int i = 1; i < weights.length; i++) {
            largest = Math.max(largest, y[at + i]);
        }
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = StrictMath.exp((y[at + i] - largest) / temperature);
            sum += weights[i];
        }
        double left = random.nextUniform() * sum;
        for (int i = 0; i < weights.length - 1; i++) {
            left -= weights[i];
            if (left < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }
}
