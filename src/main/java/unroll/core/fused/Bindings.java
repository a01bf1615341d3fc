package unroll.core.fused;

import java.util.ArrayList;
import java.util.List;
import unroll.core.kernel.Kernel;
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

    /** y += M v, where y holds something. */
    Instruction multiply(MatrixUse use, Window v, Window y) {
        Panels panels = Panels.forward(kernel, weights, use);
        forward.add(panels);
        return new Instruction.Multiply(kernel, v, panels, y);
    }

    /** δv += Mᵀ δy, where δv holds something. */
    Instruction multiplyTransposed(MatrixUse use, Window dy, Window dv) {
        Panels panels = Panels.backward(kernel, weights, use);
        backward.add(panels);
        return new Instruction.Multiply(kernel, dy, panels, dv);
    }

    /** y ← the sum of biases. */
    Instruction spread(List<ParameterRef> parameters, int layer, Window y) {
        BiasRow row = new BiasRow(weights, offsets(parameters, layer), y.place().padding());
        biases.add(row);
        return new Instruction.Spread(kernel, row.operand(), y);
    }

    private List<Integer> offsets(List<ParameterRef> parameters, int layer) {
        return parameters.stream().map(each -> offset(each, entry(each, layer))).toList();
    }

    /** δM += Σ δy vᵀ. */
    Instruction weightGradient(MatrixUse use, Window dy, Window v) {
        WeightGradient gradient = new WeightGradient(kernel, frame, use, dy, v);
        weightGradients.add(gradient);
        return gradient;
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

    /** Adds the gradients of all parameters to a flat array. */
    void addGradients(double[] gradient) {
        for (int i = 0; i < weightGradients.size(); i++) {
            weightGradients.get(i).addTo(gradient);
        }
        for (int i = 0; i < biasGradients.size(); i++) {
            biasGradients.get(i).addTo(gradient);
        }
    }
}
