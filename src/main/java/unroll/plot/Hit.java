package unroll.plot;

/**
 * What a painter shows at a point.
 *
 * @param text the same for reading, in tooltips and for screen readers
 * @param area the place it takes, for a focus ring
 * @param target what was hit, in the painter's own terms
 */
public record Hit(String text, Box area, Target target) {

    /** Each painter names what can be hit on it by a record of its own: a unit at a step, a point of a curve. */
    public interface Target {}
}
