package unroll.core.model;

/**
 * Where a part of what a line names is kept. A vector that joins both directions has two; all others have one.
 *
 * @param site the vector that it lies in
 * @param shift by how many steps it lies behind the step at which the line runs; negative before it
 * @param from its first unit in what the line names
 * @param width how many units
 */
public record Section(Site site, int shift, int from, int width) {
    /** Whether a unit of what the line names lies in this part. */
    public boolean holds(int unit) {
        return unit >= from && unit < from + width;
    }
}
