package unroll.core.op;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import unroll.core.tensor.Norms;

/**
 * The arrays that update lines work on, allocated once. Elementwise variables are flat over all parameter tensors, with
 * one place a parameter; scalar ones have one place a tensor. Internal to the core: working memory, not results.
 */
public final class UpdateMemory {
    private final int[] bounds;
    private final Map<UpdateVariable, double[]> values = new EnumMap<>(UpdateVariable.class);
    private final double[] weights;
    private final double[] weightsBefore;
    private boolean keepsWeights = true;
    private boolean sumsSquares = true;
    private long iteration;

    /**
     * Memory for some lines, all zero.
     *
     * @param bounds the first index of each tensor, then the number of all parameters
     * @param weights shared: lines change it
     * @param gradient shared: lines change it
     */
    public UpdateMemory(int[] bounds, double[] weights, double[] gradient, List<UpdateLine> lines) {
        this.bounds = bounds.clone();
        int size = bounds[bounds.length - 1];
        if (weights.length != size || gradient.length != size) {
            throw new IllegalArgumentException("there are " + size + " parameters, but the arrays hold "
                    + weights.length + " weights and " + gradient.length + " derivatives");
        }
        Set<UpdateVariable> used = EnumSet.noneOf(UpdateVariable.class);
        for (UpdateLine line : lines) {
            used.add(line.target());
            used.addAll(line.reads());
        }
        used.forEach(each -> values.put(each, new double[each.isScalar() ? tensors() : size]));
        this.weights = weights;
        this.weightsBefore = weights.clone();
        values.put(UpdateVariable.WEIGHT, weights);
        values.put(UpdateVariable.GRADIENT, gradient);
    }

    public int tensors() {
        return bounds.length - 1;
    }

    /** k, from 1; 0 before the first iteration. */
    public long iteration() {
        return iteration;
    }

    public void setIteration(long k) {
        iteration = k;
    }

    /** A new set of all variables that have values, in the order of their declaration. */
    public Set<UpdateVariable> variables() {
        return EnumSet.copyOf(values.keySet());
    }

    /**
     * The array of a variable.
     *
     * @throws IllegalArgumentException if no line has it; the message names those that there are
     */
    public double[] values(UpdateVariable variable) {
        double[] array = values.get(variable);
        if (array == null) {
            List<String> names =
                    values.keySet().stream().map(UpdateVariable::id).toList();
            throw new IllegalArgumentException(
                    "this update has no " + variable.id() + "; it has " + String.join(", ", names));
        }
        return array;
    }

    /** The index of a tensor's first place; for the number of tensors, the number of all places. */
    int bound(int tensor) {
        return bounds[tensor];
    }

    double[] weights() {
        return weights;
    }

    /** Whether lines that move weights keep what they were; it takes a part of the time that a simple rule takes. */
    public void keepWeights(boolean wanted) {
        keepsWeights = wanted;
    }

    boolean keepsWeights() {
        return keepsWeights;
    }

    /** Whether lines that move weights sum the squares of what they make; it takes a part of that time too. */
    public void sumSquares(boolean wanted) {
        sumsSquares = wanted;
    }

    boolean sumsSquares() {
        return sumsSquares;
    }

    /** Keeps some of the weights as they are. */
    void keepWeights(int from, int length) {
        System.arraycopy(weights, from, weightsBefore, from, length);
    }

    /** The weights before the lines that moved and kept them last. */
    public double[] weightsBefore() {
        return weightsBefore;
    }

    void takeNorm(UpdateVariable target) {
        double[] gradient = values.get(UpdateVariable.GRADIENT);
        double[] norms = values.get(target);
        if (target == UpdateVariable.NORM) {
            Arrays.fill(norms, Norms.euclidean(gradient, 0, gradient.length));
            return;
        }
        for (int i = 0; i < tensors(); i++) {
            norms[i] = Norms.euclidean(gradient, bounds[i], bounds[i + 1] - bounds[i]);
        }
    }
}
