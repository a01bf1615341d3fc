package unroll.core.model;

import unroll.core.tensor.RandomStream;

/**
 * Which masks dropout draws.
 *
 * @param iteration from 0; each has masks of its own
 */
public record MaskDraw(long seed, long iteration) {
    /** The family of all draws under a seed, for {@link RandomStream#restart} with the number of an iteration. */
    public static long family(long seed) {
        return RandomStream.family(seed, "dropout");
    }

    /** Draws them for the batch as it stands. */
    public void into(Masks masks) {
        RandomStream random = new RandomStream(0);
        random.restart(family(seed), iteration);
        masks.draw(random);
    }
}
