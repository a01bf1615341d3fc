package unroll.core.model;

import java.util.LinkedHashMap;
import java.util.Map;
import unroll.core.tensor.Tensor;

/** An immutable value for every parameter of a network, in one flat tensor under a {@link ParameterLayout}. */
public record Parameters(ParameterLayout layout, Tensor values) {
    public Parameters {
        if (!values.hasShape(layout.size())) {
            throw new IllegalArgumentException(
                    "the layout holds " + layout.size() + " values, but " + values.size() + " were given");
        }
    }

    /**
     * Checks names and shapes against the network's.
     *
     * @throws IllegalArgumentException naming the parameter and both shapes
     */
    public static Parameters of(Network network, Map<String, Tensor> tensors) {
        ParameterLayout layout = network.parameters();
        double[] flat = layout.flatten(tensors);
        return new Parameters(layout, Tensor.of(flat, flat.length));
    }

    /** A copy of the working array. */
    public static Parameters copyOf(ParameterLayout layout, double[] flat) {
        return new Parameters(layout, Tensor.of(flat, flat.length));
    }

    public Tensor tensor(String name) {
        ParameterLayout.Entry entry = layout.entry(name);
        double[] copy = new double[entry.size()];
        values.copyTo(entry.offset(), copy.length, copy, 0);
        return Tensor.of(copy, entry.shape());
    }

    public double at(ParameterLayout.Entry entry, int index) {
        return values.at(entry.offset() + index);
    }

    public Map<String, Tensor> tensors() {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        layout.names().forEach(name -> tensors.put(name, tensor(name)));
        return tensors;
    }

    /** These parameters with one tensor exchanged for another of the same shape. */
    public Parameters with(String name, Tensor replacement) {
        Map<String, Tensor> tensors = tensors();
        layout.entry(name);
        tensors.put(name, replacement);
        double[] flat = layout.flatten(tensors);
        return new Parameters(layout, Tensor.of(flat, flat.length));
    }

    public double[] toArray() {
        return values.toArray();
    }
}
