package unroll.core.optim;

/** Whose form of an optimiser: the libraries differ in where ε, the decay and the learning rate stand. */
public enum Flavour {
    TORCH("torch"),
    KERAS("keras");

    private final String id;

    Flavour(String id) {
        this.id = id;
    }

    /** The name in files and commands. */
    public String id() {
        return id;
    }
}
