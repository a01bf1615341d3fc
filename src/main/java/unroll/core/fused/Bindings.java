package unroll.core.fused;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import unroll.core.kernel.Kernel;
import unroll.core.kernel.Kernel.Accumulation;
import unroll.core.kernel.Operand;
import unroll.core.model.Network;
import unroll.core.model.ParameterLayout;
import unroll.core.model.Site;
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

    Window value(int layer, VectorRef vector) {
        return Window.of(workspace.value(layer, vector), vector.shift());
    }

    Window gradient(int layer, VectorRef vector) {
        return Window.of(workspace.gradient(layer, vector), vector.shift());
    }

    private ParameterLayout.Entry entry(ParameterRef parameter, int layer) {
        return layout.entry(layer == Site.HEAD ? parameter.name() : parameter.name() + "_l" + layer);
    }

    private int offset(ParameterRef parameter, ParameterLayout.Entry entry) {
        return entry.offset() + parameter.firstBlock() * (entry.rows() / entry.blocks()) * Math.max(1, entry.columns());
    }

    /** The use of a matrix between two vectors. */
    MatrixUse use(ParameterRef matrix, int layer, Window target, Window source) {
        ParameterLayout.Entry entry = entry(matrix, layer);
        return new MatrixUse(
                offset(matrix, entry),
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
    BiasRow biases(List<ParameterRef> parameters, int layer, Window y) {
        BiasRow row = new BiasRow(weights, offsets(parameters, layer), y.place().padding());
        biases.add(row);
        return row;
    }

    private List<Integer> offsets(List<ParameterRef> parameters, int layer) {
        return parameters.stream().map(each -> offset(each, entry(each, layer))).toList();
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
            int found = taken ? end : entries.nextSetBit(first);
            taken |= found >= 0 && found < end;
            entries.set(first, end);
        }
        return taken;
    }

    /** δb += Σ δy for some biases. */
    Instruction biasGradient(List<ParameterRef> parameters, int layer, Window dy) {
        BiasGradient gradient = new BiasGradient(kernel, offsets(parameters, layer), dy);
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
