package unroll.experiment;

import unroll.core.model.Initialiser;

/**
 * A task or data set, a network and its first weights, a training, and one seed: an experiment is data.
 *
 * @param seed from which all random numbers come
 */
public record Experiment(Title title, long seed, Task task, Model model, Initialiser initialiser, Training training) {
    public Experiment {
        if (model.loss().kind().classifies() != task.classifies()) {
            throw new IllegalArgumentException("the loss " + model.loss().kind().id() + " does not fit a task with "
                    + (task.classifies() ? "classes" : "numbers") + " to answer");
        }
    }

    public String name() {
        return title.name();
    }

    /** Whether another draws the same first weights for the same network, whatever it then learns from. */
    public boolean beginsLike(Experiment other) {
        return seed == other.seed
                && initialiser.equals(other.initialiser)
                && model.withLoss(other.model.loss()).equals(other.model)
                && task.hasWidthsOf(other.task);
    }

    public Experiment withSeed(long replacement) {
        return new Experiment(title, replacement, task, model, initialiser, training);
    }

    public Experiment withTask(Task replacement) {
        return new Experiment(title, seed, replacement, model, initialiser, training);
    }

    public Experiment withModel(Model replacement) {
        return new Experiment(title, seed, task, replacement, initialiser, training);
    }

    public Experiment withInitialiser(Initialiser replacement) {
        return new Experiment(title, seed, task, model, replacement, training);
    }

    public Experiment withTraining(Training replacement) {
        return new Experiment(title, seed, task, model, initialiser, replacement);
    }
}
