package unroll.core.data;

import java.util.List;
import java.util.Optional;
import unroll.core.tensor.RandomStream;
import unroll.core.tensor.Tensor;

/**
 * Delayed echo: inputs of ±1, each of which is the answer a number of steps later; before the first echo the answer is 0.
 * The usual exercise for truncated back-propagation, and with numbers the memory task of echo-state networks (Jaeger
 * 2001).
 *
 * @param steps T
 * @param lag how many steps later
 */
public record DelayedEcho(int steps, int lag) implements SequenceRule {
    public DelayedEcho {
        if (lag < 1 || lag >= steps) {
            throw new IllegalArgumentException(
                    "the lag must be 1 … " + (steps - 1) + " in sequences of " + steps + " steps, not " + lag);
        }
    }

    @Override
    public String id() {
        return "delayed_echo";
    }

    @Override
    public int inputs() {
        return 1;
    }

    @Override
    public List<String> outputNames() {
        return List.of("echo");
    }

    @Override
    public boolean showsSymbols() {
        return false;
    }

    @Override
    public boolean classifies() {
        return false;
    }

    @Override
    public boolean answersAtEveryStep() {
        return true;
    }

    @Override
    public void draw(RandomStream random, Sequence sequence) {
        for (int t = 1; t <= steps; t++) {
            int sign = 2 * random.nextInt(2) - 1;
            sequence.show(t, 0, sign);
            if (t + lag <= steps) {
                sequence.expect(t + lag, sign);
            }
        }
    }

    @Override
    public Optional<Targets> answer(Inputs shown) {
        double[] echoes = new double[shown.steps()];
        for (int t = lag + 1; t <= echoes.length; t++) {
            echoes[t - 1] = shown.at(0, t - lag, 0);
        }
        return Optional.of(new Targets.Vectors(Tensor.of(echoes, 1, echoes.length, 1)));
    }

    @Override
    public List<Baseline> baselines(Examples test, boolean atEveryStep) {
        double echoes = atEveryStep ? (double) (steps - lag) / steps : 1;
        return List.of(new Baseline("always 0", Score.ofErrors(echoes, echoes)));
    }
}
