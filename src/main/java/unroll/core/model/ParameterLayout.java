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
        INPUT_BIAS("b_x"),
        RECURRENT_BIAS("b_h"),
        OUTPUT_WEIGHT("V"),
        OUTPUT_BIAS("b_y");

        private final String letter;

        Kind(String letter) {
            this.letter = letter;
        }

        /** The letter of the listing, in plain characters. */
        public String letter() {
            return letter;
        }
    }

    private static final Map<String, Kind> KINDS = Map.of(
            "weight_ih", Kind.INPUT_WEIGHT,
            "weight_hh", Kind.RECURRENT_WEIGHT,
            "bias_ih", Kind.INPUT_BIAS,
            "bias_hh", Kind.RECURRENT_BIAS,
            // the concat cell's matrix reads input and state alike
            "i2h.weight", Kind.INPUT_WEIGHT,
            "i2h.bias", Kind.INPUT_BIAS);

    static ParameterLayout of(Network network) {
        List<Entry> entries = new ArrayList<>();
        int offset = 0;
        for (Chain chain : network.chains()) {
            for (ParameterShape shape : network.cell().parameters(network.bias())) {
                Entry entry = entry(network, chain, shape, offset);
                entries.add(entry);
                offset += entry.size();
            }
        }
        entries.addAll(head(network, offset));
        return new ParameterLayout(entries);
    }

    private static Entry entry(Network network, Chain chain, ParameterShape shape, int offset) {
        int rows = shape.blocks() * network.extent(chain.layer(), shape.rows());
        int columns = shape.isBias() ? 0 : network.extent(chain.layer(), shape.columns());
        String name = chain.parameterName(shape.name());
        return new Entry(name, chain.layer(), KINDS.get(shape.name()), rows, columns, shape.blocks(), offset);
    }

    private static List<Entry> head(Network network, int first) {
        String name = network.cell().headName();
        int outputs = network.outputSize();
        List<Entry> entries = new ArrayList<>();
        int offset = first;
        entries.add(
                new Entry(name + Head.WEIGHT, Site.HEAD, Kind.OUTPUT_WEIGHT, outputs, network.readWidth(), 1, offset));
        offset += outputs * network.readWidth();
        if (network.head().readsInput()) {
            entries.add(new Entry(
                    name + Head.INPUT_WEIGHT, Site.HEAD, Kind.OUTPUT_WEIGHT, outputs, network.inputSize(), 1, offset));
            offset += outputs * network.inputSize();
        }
        if (network.bias() != BiasMode.NONE) {
            entries.add(new Entry(name + Head.BIAS, Site.HEAD, Kind.OUTPUT_BIAS, outputs, 0, 1, offset));
        }
        return entries;
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
