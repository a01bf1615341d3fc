package unroll.experiment;

import unroll.core.data.Alphabet;
import unroll.core.data.Sampler;
import unroll.core.model.Parameters;
import unroll.core.tensor.RandomStream;

/** Text that a network writes, letter by letter, from the beginning of a line on. */
public final class Writing {
    private static final String START = "\n";

    private Writing() {}

    /** Whether an experiment's network foretells letters of a text that has lines, and reads nothing from its end. */
    public static boolean isPossible(Setup setup) {
        return setup.experiment().task().spells()
                && setup.network().directions().size() == 1
                && alphabet(setup).code(START.codePointAt(0)) >= 0;
    }

    private static Alphabet alphabet(Setup setup) {
        return Alphabet.ofNames(setup.outputNames());
    }

    /**
     * Writes; what is drawn follows from the experiment's seed.
     *
     * @param setup for which {@link #isPossible} holds
     * @param temperature above 0, as {@link Sampler#goOn} describes it
     */
    public static String of(Setup setup, Parameters parameters, int characters, double temperature) {
        Sampler sampler = new Sampler(setup.network(), parameters, alphabet(setup));
        return sampler.goOn(
                START,
                characters,
                temperature,
                RandomStream.named(setup.experiment().seed(), "writing"));
    }
}
