package unroll.lesson;

import unroll.core.model.Site;

/**
 * The number that the learner has selected.
 *
 * @param t its step, 0 … T
 * @param unit its place in the vector, from 0
 */
public record Picked(Site site, int t, int unit) {}
