package unroll.lesson;

/**
 * A question that comes back two lessons later.
 *
 * @param answer what a learner should be able to say
 */
public record Card(Prose question, Prose answer) {}
