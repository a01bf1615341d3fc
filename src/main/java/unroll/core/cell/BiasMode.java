package unroll.core.cell;

/** How many bias vectors a layer has. */
public enum BiasMode {
    /** bₓ and bₕ, as in PyTorch and cuDNN. */
    DOUBLE("double"),
    /** One b. */
    SINGLE("single"),
    /**
     * A fault that programs have: a matrix where the vector should be. Broadcasting then adds its first row to the first
     * row of the batch, its second to the second, and so on.
     */
    PER_ROW("per_row"),
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
