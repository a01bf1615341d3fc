package unroll.run;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import unroll.core.model.Site;
import unroll.core.train.Divergence;

/**
 * Which number of a training was not finite, to be told in any language.
 *
 * @param words what the sentence for its kind of place has to name: the iteration first, the number itself last
 */
public record Broken(Kind kind, List<String> words) {
    /** Where such a number can stand, with what is named between iteration and number. */
    public enum Kind {
        /** A vector, its layer, step, row and unit. */
        STATE,
        /** A vector outside of the layers, its step, row and unit. */
        OUTPUT,
        /** A parameter and the place in it. */
        GRADIENT,
        /** The letter of a sum. */
        TOTAL,
        /** A variable of the optimiser, a parameter and the place in it. */
        UPDATE;

        /** Its name in the keys of messages. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Broken {
        words = List.copyOf(words);
    }

    static Broken of(Divergence divergence) {
        Divergence.Place place = divergence.place();
        if (place instanceof Divergence.InVector vector) {
            return ofVector(divergence, vector);
        } else if (place instanceof Divergence.InParameterGradient gradient) {
            return of(Kind.GRADIENT, divergence, gradient.parameter(), gradient.index(), gradient.value());
        } else if (place instanceof Divergence.InTotal total) {
            return of(Kind.TOTAL, divergence, total.letter(), total.value());
        }
        var found = ((Divergence.InUpdate) place).found();
        return of(Kind.UPDATE, divergence, found.variable().plain(), found.parameter(), found.index(), found.value());
    }

    private static Broken ofVector(Divergence divergence, Divergence.InVector vector) {
        var found = vector.found();
        Site site = found.site();
        String name = (found.isGradient() ? "∂L/∂" : "") + site.quantity().plain();
        return site.isHead()
                ? of(Kind.OUTPUT, divergence, name, found.step(), found.row() + 1, found.unit(), found.value())
                : of(
                        Kind.STATE,
                        divergence,
                        name,
                        site.layer() + 1,
                        found.step(),
                        found.row() + 1,
                        found.unit(),
                        found.value());
    }

    private static Broken of(Kind kind, Divergence divergence, Object... words) {
        Stream<Object> all = Stream.concat(Stream.of(divergence.iteration()), Stream.of(words));
        return new Broken(kind, all.map(String::valueOf).toList());
    }
}
