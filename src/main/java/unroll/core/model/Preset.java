package unroll.core.model;

import java.util.Comparator;
import java.util.stream.Stream;
import unroll.core.model.ParameterLayout.Kind;

/** Initialisers that have a name. */
public enum Preset {
    KERAS("keras", Initialiser.keras()),
    TORCH("torch", Initialiser.torch()),
    IDENTITY("identity", Initialiser.identity());

    private final String id;
    private final Initialiser initialiser;

    Preset(String id, Initialiser initialiser) {
        this.id = id;
        this.initialiser = initialiser;
    }

    /** The name in files and commands. */
    public String id() {
        return id;
    }

    public Initialiser initialiser() {
        return initialiser;
    }

    /** The preset that needs the fewest changes; one with a forget bias can't be changed to have none. */
    public static Preset nearest(Initialiser wanted) {
        return Stream.of(values())
                .filter(preset -> wanted.forgetBias().isPresent()
                        || preset.initialiser.forgetBias().isEmpty())
                .min(Comparator.comparingLong(preset -> preset.differences(wanted)))
                .orElseThrow();
    }

    private long differences(Initialiser other) {
        return Stream.of(Kind.values()).filter(kind -> differs(other, kind)).count();
    }

    /** Whether an initialiser draws one kind of parameter from another distribution. */
    public boolean differs(Initialiser other, Kind kind) {
        return !initialiser
                .distributions()
                .get(kind)
                .equals(other.distributions().get(kind));
    }
}
