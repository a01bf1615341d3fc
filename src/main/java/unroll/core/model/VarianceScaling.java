package unroll.core.model;

import unroll.core.tensor.RandomStream;

/**
 * Values whose variance is {@code scale}/n, with n the number of connections, so that signals keep their size from
 * layer to layer.
 *
 * @param id the name in files and commands
 * @param scale 1, or 2 where half of the units are silent
 * @param fan which connections are counted
 */
public record VarianceScaling(String id, double scale, Count fan, Form form) implements Distribution {
    /** The connections that n counts. */
    public enum Count {
        /** Of a unit to its inputs. */
        IN,
        /** The mean of those in and those out. */
        AVERAGE
    }

    /** The shape of the distribution. */
    public enum Form {
        UNIFORM,
        NORMAL,
        /** Normal within two standard deviations, as in Keras; the variance is that of what is left. */
        TRUNCATED_NORMAL
    }

    private static final double TRUNCATION = 2;
    /** The standard deviation of a standard normal number within {@link #TRUNCATION}. */
    private static final double TRUNCATED_DEVIATION = 0.8796256610342398;

    /** Glorot and Bengio (2010): variance 2/(in + out). */
    public static VarianceScaling glorotUniform() {
        return new VarianceScaling("glorot-uniform", 1, Count.AVERAGE, Form.UNIFORM);
    }

    /** Glorot and Bengio (2010), normal as Keras draws it. */
    public static VarianceScaling glorotNormal() {
        return new VarianceScaling("glorot-normal", 1, Count.AVERAGE, Form.TRUNCATED_NORMAL);
    }

    /** He et al. (2015), for relu: variance 2/in. */
    public static VarianceScaling heUniform() {
        return new VarianceScaling("he-uniform", 2, Count.IN, Form.UNIFORM);
    }

    /** He et al. (2015), normal as PyTorch draws it. */
    public static VarianceScaling heNormal() {
        return new VarianceScaling("he-normal", 2, Count.IN, Form.NORMAL);
    }

    /** LeCun et al. (1998): variance 1/in. */
    public static VarianceScaling lecunUniform() {
        return new VarianceScaling("lecun-uniform", 1, Count.IN, Form.UNIFORM);
    }

    /** LeCun et al. (1998), normal as Keras draws it. */
    public static VarianceScaling lecunNormal() {
        return new VarianceScaling("lecun-normal", 1, Count.IN, Form.TRUNCATED_NORMAL);
    }

    @Override
    public String plain() {
        return id;
    }

    /** The variance of each value. */
    public double variance(Fan connections) {
        double count = fan == Count.IN ? connections.in() : (connections.in() + connections.out()) / 2.0;
        return scale / count;
    }

    @Override
    public double[] draw(Fan connections, RandomStream random) {
        double variance = variance(connections);
        return switch (form) {
            case UNIFORM -> new Uniform(Math.sqrt(3 * variance)).draw(connections, random);
            case NORMAL -> new Normal(Math.sqrt(variance)).draw(connections, random);
            case TRUNCATED_NORMAL -> {
                double deviation = Math.sqrt(variance) / TRUNCATED_DEVIATION;
                yield connections.filled(() -> deviation * truncated(random));
            }
        };
    }

    private static double truncated(RandomStream random) {
        double value = random.nextNormal();
        while (Math.abs(value) > TRUNCATION) {
            value = random.nextNormal();
        }
        return value;
    }
}
