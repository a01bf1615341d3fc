package unroll.core.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import unroll.core.cell.BiasMode;
import unroll.core.cell.ParameterShape;
import unroll.core.tensor.Tensor;

/**
 * Where each parameter of a network lies in one flat array: names and shapes are PyTorch's, gate blocks are rows.
 *
 * @param entries in the order in which they lie
 */
public record ParameterLayout(List<Entry> entries) {
    public ParameterLayout {
        entries = List.copyOf(entries);
    }

    /**
     * One parameter.
     *
     * @param name such as {@code weight_hh_l0} or {@code out.bias}
     * @param layer its layer, or {@link Site#HEAD}
     * @param kind what it is for
     * @param columns 0 for a bias
     * @param blocks how many blocks of equally many rows, one a gate
     * @param offset of its first value
     */
    public record Entry(String name, int layer, Kind kind, int rows, int columns, int blocks, int offset) {
        public int size() {
            return rows * Math.max(1, columns);
        }

        public int[] shape() {
            return columns == 0 ? new int[] {rows} : new int[] {rows, columns};
        }
    }

    /** What a parameter is for, which decides how it is initialised. */
    public enum Kind {
        INPUT_WEIGHT("W"),
        RECURRENT_WEIGHT("U"),
        INPUT_BIAS("bₓ"),
        RECURRENT_BIAS("bₕ"),
        OUTPUT_WEIGHT("V"),
        OUTPUT_BIAS("b_y");

        private final String letter;

        Kind(String letter) {
            this.letter = letter;
        }

        /** As the listing prints it. */
        public String letter() {
            return letter;
        }
    }

    private static final Map<String, Kind> KINDS = Map.of(
            "weight_ih", Kind.INPUT_WEIGHT,
            "weight_hh", Kind.RECURRENT_WEIGHT,
            "bias_ih", Kind.INPUT_BIAS,
            "bias_hh", Kind.RECURRENT_BIAS);

    static ParameterLayout of(Network network) {
        List<Entry> entries = new ArrayList<>();
        int offset = 0;
        for (int layer = 0; layer < network.layers(); layer++) {
            for (ParameterShape shape : network.cell().parameters(network.bias())) {
                int rows = shape.blocks() * network.extent(layer, shape.rows());
                int columns = shape.isBias() ? 0 : network.extent(layer, shape.columns());
                String name = shape.name() + "_l" + layer;
                Entry entry = new Entry(name, layer, KINDS.get(shape.name()), rows, columns, shape.blocks(), offset);
                entries.add(entry);
                offset += entry.size();
            }
        }
        int outputs = network.outputSize();
        entries.add(new Entry("out.weight", Site.HEAD, Kind.OUTPUT_WEIGHT, outputs, network.hiddenSize(), 1, offset));
        offset += outputs * network.hiddenSize();
        if (network.bias() != BiasMode.NONE) {
            entries.add(new Entry("out.bias", Site.HEAD, Kind.OUTPUT_BIAS, outputs, 0, 1, offset));
        }
        return new ParameterLayout(entries);
    }

    /** The number of values of all parameters together. */
    public int size() {
        Entry last = entries.get(entries.size() - 1);
        return last.offset() + last.size();
    }

    public List<String> names() {
        return entries.stream().map(Entry::name).toList();
    }

    /**
     * The entry with a name.
     *
     * @throws IllegalArgumentException if there is none; the message lists the names
     */
    public Entry entry(String name) {
        return entries.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no parameter " + name + "; this network has " + String.join(", ", names())));
    }

    /** The entry in which the flat index lies. */
    public Entry entryAt(int index) {
        return entries.stream()
                .filter(each -> index >= each.offset() && index < each.offset() + each.size())
                .findFirst()
                .orElseThrow();
    }

    /** The flat array of tensors with exactly these names and shapes. */
    double[] flatten(Map<String, Tensor> tensors) {
        double[] flat = new double[size()];
        for (Entry entry : entries) {
            Tensor tensor = tensors.get(entry.name());
            if (tensor == null) {
                throw new IllegalArgumentException(
                        "parameter " + entry.name() + " of shape " + Arrays.toString(entry.shape()) + " is missing");
            }
            if (!tensor.hasShape(entry.shape())) {
                throw new IllegalArgumentException("parameter " + entry.name() + " must have shape "
                        + Arrays.toString(entry.shape()) + ", not " + Arrays.toString(tensor.shape()));
            }
            tensor.copyTo(flat, entry.offset());
        }
        tensors.keySet().forEach(this::entry);
        return flat;
    }
}
