package unroll.core.op;

/** A named value of the update: the weights and their gradient, and what an optimiser makes of them. */
public enum UpdateVariable {
    /** The parameters. */
    WEIGHT("w", "w", "w", Lifetime.GIVEN, false),
    /** ∂L/∂w, as far as clipping and decay have changed it. */
    GRADIENT("g", "g", "g", Lifetime.GIVEN, false),
    /** The direction of momentum. */
    DIRECTION("d", "d", "d", Lifetime.KEPT, false),
    /** A sum or a running mean of squared gradients; in Keras' SGD the velocity. */
    SQUARE("v", "v", "v", Lifetime.KEPT, false),
    /** The largest {@link #SQUARE} so far. */
    LARGEST_SQUARE("v_max", "v\u0304", "\\bar v", Lifetime.KEPT, false),
    /** A running mean of gradients, for the centred RMSprop. */
    MEAN("g_mean", "ḡ", "\\bar g", Lifetime.KEPT, false),
    /** A running mean of gradients, for Adam. */
    MOMENT("m", "m", "m", Lifetime.KEPT, false),
    /** {@link #MOMENT} without its bias towards 0. */
    UNBIASED_MOMENT("m_hat", "m\u0302", "\\hat m", Lifetime.FRESH, false),
    /** {@link #SQUARE} without its bias towards 0. */
    UNBIASED_SQUARE("v_hat", "v\u0302", "\\hat v", Lifetime.FRESH, false),
    /** The learning rate of the iteration, where it changes. */
    RATE("eta", "η", "\\eta", Lifetime.FRESH, true),
    /** The learning rate with both biases taken into it. */
    UNBIASED_RATE("eta_hat", "η\u0302", "\\hat\\eta", Lifetime.FRESH, true),
    /** The Euclidean norm of the gradient of all parameters. */
    NORM("N", "N", "N", Lifetime.FRESH, true),
    /** The Euclidean norm of the gradient of each parameter tensor. */
    TENSOR_NORM("N_theta", "N_θ", "N_\\theta", Lifetime.FRESH, true);

    /** How long a value lasts. */
    public enum Lifetime {
        /** It comes from outside, and lines change it. */
        GIVEN,
        /** The optimiser keeps it from one iteration to the next: its state. */
        KEPT,
        /** Each iteration computes it anew. */
        FRESH
    }

    private final String id;
    private final String plain;
    private final String tex;
    private final Lifetime lifetime;
    private final boolean scalar;

    UpdateVariable(String id, String plain, String tex, Lifetime lifetime, boolean scalar) {
        this.id = id;
        this.plain = plain;
        this.tex = tex;
        this.lifetime = lifetime;
        this.scalar = scalar;
    }

    /** The name in files, watches and conditions. */
    public String id() {
        return id;
    }

    public String plain() {
        return plain;
    }

    public String tex() {
        return tex;
    }

    public Lifetime lifetime() {
        return lifetime;
    }

    /** Whether it is one number for a whole parameter tensor, and not one for each of its values. */
    public boolean isScalar() {
        return scalar;
    }
}
