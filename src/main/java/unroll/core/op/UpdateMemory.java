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
    /** Short enough for all registers to stay in the first cache, long enough to make the walk over a formula cheap. */
    private static final int PIECE = 512;

    private final int[] bounds;
    private final Map<UpdateVariable, double[]> values = new EnumMap<>(UpdateVariable.class);
    private final double[][] registers;
    private long iteration;
    private int tensor;
    private int from;

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
        int depth = 1;
        for (UpdateLine line : lines) {
            used.add(line.target());
            used.addAll(line.reads());
            depth = Math.max(depth, line.registers());
        }
        used.forEach(each -> values.put(each, new double[each.isScalar() ? tensors() : size]));
        values.put(UpdateVariable.WEIGHT, weights);
        values.put(UpdateVariable.GRADIENT, gradient);
        this.registers = new double[depth][PIECE];
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

    double[] register(int index) {
        return registers[index];
    }

    /** Copies the current piece of a variable into a register. */
    void load(UpdateVariable variable, int register, int length) {
        double[] array = values.get(variable);
        if (variable.isScalar()) {
            Arrays.fill(registers[register], 0, length, array[tensor]);
        } else {
            System.arraycopy(array, from, registers[register], 0, length);
        }
    }

    /** target ← formula, tensor by tensor and piece by piece. */
    void assign(UpdateVariable target, Formula formula) {
        double[] array = values.get(target);
        for (tensor = 0; tensor < tensors(); tensor++) {
            from = bounds[tensor];
            if (target.isScalar()) {
                formula.evaluate(this, 0, 1);
                array[tensor] = registers[0][0];
            } else {
                assignPieces(array, formula, bounds[tensor + 1]);
            }
        }
    }

    private void assignPieces(double[] array, Formula formula, int end) {
        while (from < end) {
            int length = Math.min(PIECE, end - from);
            formula.evaluate(this, 0, length);
            System.arraycopy(registers[0], 0, array, from, length);
            from += length;
        }
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
