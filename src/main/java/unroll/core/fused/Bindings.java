package unroll.core.fused;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import unroll.core.kernel.Kernel;
import unroll.core.kernel.Kernel.Accumulation;
import unroll.core.kernel.Operand;
import unroll.core.model.Network;
import unroll.core.model.ParameterLayout;
import unroll.core.model.Schedule.ScheduledLine;
import unroll.core.op.ParameterRef;
import unroll.core.op.VectorRef;

/** What compiled lines are bound to: places, weights in the form that products want, and what gradients are made of. */
final class Bindings {
    private final Network network;
    private final ParameterLayout layout;
    private final Kernel kernel;
    private final Frame frame;
    private final Workspace workspace;
    private final Given given;
    private final double[] gradient;
    private final List<BiasRow> biases = new ArrayList<>();
    private final List<WeightGradient> weightGradients = new ArrayList<>();
    private final List<BiasGradient> biasGradients = new ArrayList<>();
    private final BitSet entries = new BitSet();

    /** @param gradient of all parameters, flat, to be set by every backward pass; empty if there is none */
    Bindings(Given given, Kernel kernel, Frame frame, Workspace workspace, double[] gradient) {
        this.given = given;
        this.network = given.network();
        this.layout = network.parameters();
        this.kernel = kernel;
        this.frame = frame;
        this.workspace = workspace;
        this.gradient = gradient;
    }

    Network network() {
        return network;
    }

    Kernel kernel() {
        return kernel;
    }

    Frame frame() {
        return frame;
    }

    double[] gradient() {
        return gradient;
    }

    List<VectorPart> parts(ScheduledLine line, VectorRef vector) {
        return VectorPart.of(network, line, vector);
    }

    Window value(VectorPart part) {
        return Window.of(workspace.value(part.site(), part.block()), part.shift());
    }

    Window gradient(VectorPart part) {
        return Window.of(workspace.gradient(part.site(), part.block()), part.shift());
    }

    /** The value of a vector of one part. */
    Window value(ScheduledLine line, VectorRef vector) {
        return value(parts(line, vector).get(0));
    }

    /** The gradient of a vector of one part. */
    Window gradient(ScheduledLine line, VectorRef vector) {
        return gradient(parts(line, vector).get(0));
    }

    private ParameterLayout.Entry entry(ScheduledLine line, ParameterRef parameter) {
        return layout.entry(line.parameterName(parameter));
    }

    private static int offset(ParameterRef parameter, ParameterLayout.Entry entry) {
        return entry.offset() + parameter.firstBlock() * (entry.rows() / entry.blocks()) * Math.max(1, entry.columns());
    }

    /**
     * The use of a matrix between two vectors.
     *
     * @param column the first column that meets the source
     */
    MatrixUse use(ScheduledLine line, ParameterRef matrix, Window target, Window source, int column) {
        ParameterLayout.Entry entry = entry(line, matrix);
        return new MatrixUse(
                offset(matrix, entry) + column,
                entry.columns(),
                target.place().padding(),
                source.place().padding());
    }

    /** y += M v. */
    Instruction multiply(MatrixUse use, Window v, Window y) {
        return Instruction.Multiply.adding(kernel, v, given.packed().forward(use), y);
    }

    /** y ← b + M v. */
    Instruction multiply(BiasRow bias, MatrixUse use, Window v, Window y) {
        return Instruction.Multiply.of(kernel, v, given.packed().forward(use), bias.operand(), y);
    }

    /** δv ← or += Mᵀ δy. */
    Instruction multiplyTransposed(Accumulation into, MatrixUse use, Window dy, Window dv) {
        Panels panels = given.packed().backward(use);
        return into == Accumulation.ADD
                ? Instruction.Multiply.adding(kernel, dy, panels, dv)
                : Instruction.Multiply.of(kernel, dy, panels, Operand.repeated(new double[dv.width()], 0), dv);
    }

    /** The sum of some biases, 0 if there are none. */
    BiasRow biases(ScheduledLine line, List<ParameterRef> parameters, Window y) {
        BiasRow row = new BiasRow(
                given.weights(), offsets(line, parameters), y.place().padding());
        biases.add(row);
        return row;
    }

    private List<Integer> offsets(ScheduledLine line, List<ParameterRef> parameters) {
        return parameters.stream().map(each -> offset(each, entry(line, each))).toList();
    }

    /** δM += Σ δy vᵀ. */
    Instruction weightGradient(MatrixUse use, Window dy, Window v) {
        WeightGradient product = new WeightGradient(this, use, dy, v, isTaken(use));
        weightGradients.add(product);
        return product;
    }

    /** Whether another use of the matrix has the same entries; from now on this one has them. */
    private boolean isTaken(MatrixUse use) {
        boolean taken = false;
        for (int row = 0; row < use.target().size(); row++) {
            int first = use.index(row, 0);
            int end = first + use.source().size();
            int found = entries.nextSetBit(first);
            taken |= found >= 0 && found < end;
            entries.set(first, end);
        }
        return taken;
    }

    /** δb += Σ δy for some biases. */
    Instruction biasGradient(ScheduledLine line, List<ParameterRef> parameters, Window dy) {
        List<Integer> offsets = offsets(line, parameters);
        int size = dy.place().padding().size();
        offsets.forEach(offset -> entries.set(offset, offset + size));
        BiasGradient sum = new BiasGradient(kernel, offsets, dy);
        biasGradients.add(sum);
        return sum;
    }

    /** The flat indices of parameters that no backward line reaches, once all are bound: their gradient is 0. */
    int[] unreached() {
        BitSet rest = new BitSet();
        rest.set(0, gradient.length);
        rest.andNot(entries);
        return rest.stream().toArray();
    }

    /** Takes over the present biases for a forward pass. */
    void refreshBiases() {
        for (int i = 0; i < biases.size(); i++) {
            biases.get(i).refresh();
        }
    }

    /** Puts what a backward pass has not put there itself into the gradient. */
    void completeGradient() {
        for (int i = 0; i < weightGradients.size(); i++) {
            weightGradients.get(i).complete();
        }
        for (int i = 0; i < biasGradients.size(); i++) {
            biasGradients.get(i).putInto(gradient);
        }
    }
}
