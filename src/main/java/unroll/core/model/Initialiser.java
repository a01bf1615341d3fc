package unroll.core.model;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import unroll.core.model.ParameterLayout.Entry;
import unroll.core.model.ParameterLayout.Kind;
import unroll.core.tensor.RandomStream;

/**
 * How parameters get their first values. Each parameter draws from a stream of its own, so that another distribution
 * for one leaves all others as they are.
 *
 * @param distributions one for each kind of parameter
 * @param recurrentGain a factor of the recurrent matrices: another gain scales the same matrices
 * @param forgetBias what the biases of an LSTM's forget gate sum to; without it they are drawn like the others
 * @param updateBias the same of a GRU's update gate z, which is the one that keeps
 * @param seed of its own, so that other weights can meet the same data; without it the experiment's is taken
 */
public record Initialiser(
        Map<Kind, Distribution> distributions,
        double recurrentGain,
        OptionalDouble forgetBias,
        OptionalDouble updateBias,
        OptionalLong seed) {
    private static final String FORGET_GATE = "f";
    private static final String UPDATE_GATE = "z";

    public Initialiser {
        Map<Kind, Distribution> ordered = new EnumMap<>(Kind.class);
        ordered.putAll(distributions);
        for (Kind kind : Kind.values()) {
            if (!ordered.containsKey(kind)) {
                throw new IllegalArgumentException("an initialiser needs a distribution for " + kind);
            }
        }
        ordered.forEach((kind, distribution) -> {
            if (distribution.needsSquare() && kind != Kind.RECURRENT_WEIGHT) {
                throw new IllegalArgumentException("only the recurrent weights are square, as " + distribution.id()
                        + " needs; choose another distribution for the others");
            }
        });
        if (!Double.isFinite(recurrentGain)
                || !Double.isFinite(forgetBias.orElse(0))
                || !Double.isFinite(updateBias.orElse(0))) {
            throw new IllegalArgumentException("recurrent gain and gate biases must be finite numbers, not "
                    + recurrentGain + ", " + forgetBias.orElse(0) + " and " + updateBias.orElse(0));
        }
        distributions = Collections.unmodifiableMap(ordered);
    }

    /** PyTorch's: uniform up to 1/√H in layers and 1/√fan-in in the head, biases too. */
    public static Initialiser torch() {
        return of(new Distribution.TorchUniform(), new Distribution.TorchUniform(), new Distribution.TorchUniform());
    }

    /** Keras': Glorot uniform weights, orthogonal recurrent ones, biases 0 but for the forget gate's, which are 1. */
    public static Initialiser keras() {
        return of(VarianceScaling.glorotUniform(), new Distribution.Orthogonal(1), new Distribution.Zeros())
                .withForgetBias(1);
    }

    /** Le, Jaitly and Hinton (2015), for relu: identity recurrent weights, small others, biases 0. */
    public static Initialiser identity() {
        return of(new Distribution.Normal(0.001), new Distribution.Identity(1), new Distribution.Zeros());
    }

    private static Initialiser of(Distribution weight, Distribution recurrentWeight, Distribution bias) {
        Map<Kind, Distribution> distributions = new EnumMap<>(Kind.class);
        distributions.put(Kind.INPUT_WEIGHT, weight);
        distributions.put(Kind.RECURRENT_WEIGHT, recurrentWeight);
        distributions.put(Kind.INPUT_BIAS, bias);
        distributions.put(Kind.RECURRENT_BIAS, bias);
        distributions.put(Kind.OUTPUT_WEIGHT, weight);
        distributions.put(Kind.OUTPUT_BIAS, bias);
        return new Initialiser(distributions, 1, OptionalDouble.empty(), OptionalDouble.empty(), OptionalLong.empty());
    }

    /** With another distribution for one kind of parameter. */
    public Initialiser with(Kind kind, Distribution distribution) {
        Map<Kind, Distribution> changed = new EnumMap<>(distributions);
        changed.put(kind, distribution);
        return new Initialiser(changed, recurrentGain, forgetBias, updateBias, seed);
    }

    public Initialiser withRecurrentGain(double gain) {
        return new Initialiser(distributions, gain, forgetBias, updateBias, seed);
    }

    public Initialiser withForgetBias(double bias) {
        return new Initialiser(distributions, recurrentGain, OptionalDouble.of(bias), updateBias, seed);
    }

    public Initialiser withUpdateBias(double bias) {
        return new Initialiser(distributions, recurrentGain, forgetBias, OptionalDouble.of(bias), seed);
    }

    public Initialiser withSeed(long own) {
        return new Initialiser(distributions, recurrentGain, forgetBias, updateBias, OptionalLong.of(own));
    }

    /** What it is, in short: the preset that it is nearest to, and what is changed in it. */
    public String plain() {
        Preset preset = Preset.nearest(this);
        StringBuilder text = new StringBuilder(preset.id());
        for (Kind kind : Kind.values()) {
            if (preset.differs(this, kind)) {
                text.append(", ")
                        .append(kind.letter())
                        .append(' ')
                        .append(distributions.get(kind).plain());
            }
        }
        if (recurrentGain != 1) {
            text.append(", gain ").append(recurrentGain);
        }
        if (!forgetBias.equals(preset.initialiser().forgetBias())) {
            text.append(", forget bias ").append(forgetBias.orElseThrow());
        }
        updateBias.ifPresent(bias -> text.append(", update bias ").append(bias));
        seed.ifPresent(own -> text.append(", seed ").append(own));
        return text.toString();
    }

    /**
     * Draws all parameters of a network.
     *
     * @param usualSeed taken where the initialiser has none of its own
     */
    public Parameters initialise(Network network, long usualSeed) {
        long drawnFrom = seed.orElse(usualSeed);
        ParameterLayout layout = network.parameters();
        double[] flat = new double[layout.size()];
        for (Entry entry : layout.entries()) {
            RandomStream random = RandomStream.named(drawnFrom, "init/" + entry.name());
            double[] values = distributions.get(entry.kind()).draw(Fan.of(network, entry), random);
            adjust(values, network, entry);
            System.arraycopy(values, 0, flat, entry.offset(), values.length);
        }
        return Parameters.copyOf(layout, flat);
    }

    private void adjust(double[] values, Network network, Entry entry) {
        if (entry.kind() == Kind.RECURRENT_WEIGHT) {
            for (int i = 0; i < values.length; i++) {
                values[i] *= recurrentGain;
            }
        }
        if (entry.kind() == Kind.INPUT_BIAS || entry.kind() == Kind.RECURRENT_BIAS) {
            setGate(values, entry, network.cell().blocks().indexOf(FORGET_GATE), forgetBias);
            setGate(values, entry, network.cell().blocks().indexOf(UPDATE_GATE), updateBias);
        }
    }

    private static void setGate(double[] values, Entry entry, int gate, OptionalDouble wanted) {
        if (wanted.isPresent() && gate >= 0) {
            // Two biases are added: one carries all, so that the sum is what was asked for.
            double bias = entry.kind() == Kind.INPUT_BIAS ? wanted.getAsDouble() : 0;
            int units = entry.rows() / entry.blocks();
            Arrays.fill(values, gate * units, (gate + 1) * units, bias);
        }
    }
}
