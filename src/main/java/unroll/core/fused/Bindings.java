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
    private final double[] weights;
    private final List<Panels> forward = new ArrayList<>();
    private final List<Panels> backward = new ArrayList<>();
    private final List<BiasRow> biases = new ArrayList<>();
    private final List<WeightGradient> weightGradients = new ArrayList<>();
    private final List<BiasGradient> biasGradients = new ArrayList<>();
    private final BitSet entries = new BitSet();

    Bindings(Network network, Kernel kernel, Frame frame, Workspace workspace, double[] weights) {
        this.network = network;
        this.layout = network.parameters();
        this.kernel = kernel;
        this.frame = frame;
        this.workspace = workspace;
        this.weights = weights;
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
        return Instruction.Multiply.adding(kernel, v, forwardPanels(use), y);
    }

    /** y ← b + M v. */
    Instruction multiply(BiasRow bias, MatrixUse use, Window v, Window y) {
        return Instruction.Multiply.of(kernel, v, forwardPanels(use), bias.operand(), y);
    }

    private Panels forwardPanels(MatrixUse use) {
        Panels panels = Panels.forward(kernel, weights, use);
        forward.add(panels);
        return panels;
    }

    /** δv ← or += Mᵀ δy. */
    Instruction multiplyTransposed(Accumulation into, MatrixUse use, Window dy, Window dv) {
        Panels panels = Panels.backward(kernel, weights, use);
        backward.add(panels);
        return into == Accumulation.ADD
                ? Instruction.Multiply.adding(kernel, dy, panels, dv)
                : Instruction.Multiply.of(kernel, dy, panels, Operand.repeated(new double[dv.width()], 0), dv);
    }

    /** The sum of some biases, 0 if there are none. */
    BiasRow biases(ScheduledLine line, List<ParameterRef> parameters, Window y) {
        BiasRow row = new BiasRow(weights, offsets(line, parameters), y.place().padding());
        biases.add(row);
        return row;
    }

    private List<Integer> offsets(ScheduledLine line, List<ParameterRef> parameters) {
        return parameters.stream().map(each -> offset(each, entry(line, each))).toList();
    }

    /** δM += Σ δy vᵀ. */
    Instruction weightGradient(MatrixUse use, Window dy, Window v) {
        WeightGradient gradient = new WeightGradient(this, use, dy, v, isTaken(use));
        weightGradients.add(gradient);
        return gradient;
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
        BiasGradient gradient = new BiasGradient(kernel, offsets(line, parameters), dy);
        biasGradients.add(gradient);
        return gradient;
    }

    /** Takes over the present weights for a forward pass. */
    void refreshForward() {
        for (int i = 0; i < forward.size(); i++) {
            forward.get(i).refresh();
        }
        for (int i = 0; i < biases.size(); i++) {
            biases.get(i).refresh();
        }
    }

    /** Takes over the present weights for a backward pass. */
    void refreshBackward() {
        for (int i = 0; i < backward.size(); i++) {
            backward.get(i).refresh();
        }
    }

    /** Puts the gradients of all parameters into a flat array. */
    void putGradients(double[] gradient) {
        for (int i = 0; i < weightGradients.size(); i++) {
            weightGradients.get(i).putInto(gradient);
        }
        for (int i = 0; i < biasGradients.size(); i++) {
            biasGradients.get(i).putInto(gradient);
        }
    }
}
