package unroll.core.cell;

/** How many bias vectors a layer has. */
public enum BiasMode {
    /** bₓ and bₕ, as in PyTorch and cuDNN. */
    DOUBLE("double"),
    /** One b. */
    SINGLE("single"),
    /** None anywhere, not even in the head. */
    NONE("none");

    private final String id;

    BiasMode(String id) {
        this.id = id;
    }

    /** The name in files and commands. */
    public String id() {
        return id;
    }
}
