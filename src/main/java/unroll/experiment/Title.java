package unroll.experiment;

/**
 * What an experiment is called.
 *
 * @param name short, as in commands and folder names
 * @param description one line
 */
public record Title(String name, String description) {
    public Title {
        if (name.isBlank()) {
            throw new IllegalArgumentException("an experiment needs a name");
        }
    }
}
