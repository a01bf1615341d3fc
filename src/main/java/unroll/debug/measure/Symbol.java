package unroll.debug.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import unroll.core.model.Network;
import unroll.core.model.ParameterLayout;
import unroll.core.model.Site;
import unroll.core.op.Quantity;

/**
 * A vector or parameter by its id.
 *
 * @param id such as {@code h}, {@code a.i}, {@code weight_hh_l0}, or {@link #TOTAL_LOSS}
 * @param layer from 1, or {@link #ANY_LAYER}
 * @param gradient whether ∂L/∂ it is meant
 */
public record Symbol(String id, int layer, boolean gradient) {
    /** The layer of the line at which the debugger stands. */
    public static final int ANY_LAYER = 0;

    public static final String TOTAL_LOSS = "loss";

    public static Symbol of(String id, boolean gradient) {
        return new Symbol(id, ANY_LAYER, gradient);
    }

    /** As it is written. */
    String text(Step step) {
        return (gradient ? "∂L/∂" : "") + id + (layer == ANY_LAYER ? "" : "@" + layer) + step.text();
    }

    /**
     * What it stands for.
     *
     * @param lineLayer the layer meant where none is named, from 0, or {@link Site#HEAD} for the top one
     */
    public Target in(Network network, int lineLayer) throws MeasureProblem {
        if (layer > network.layers()) {
            throw new MeasureProblem(id + "@" + layer + ": this network has " + count(network.layers()));
        }
        if (id.equals(TOTAL_LOSS) && !gradient) {
            return new Target.TotalLoss();
        }
        int meant = layer > 0 ? layer - 1 : lineLayer == Site.HEAD ? network.layers() - 1 : lineLayer;
        Optional<Target> found = vector(network, meant).or(() -> parameter(network));
        return found.orElseThrow(() -> new MeasureProblem("this network has no " + id + "; it has "
                + String.join(", ", ids(network)) + ", and the parameters "
                + String.join(", ", network.parameters().names())));
    }

    private static String count(int layers) {
        return layers == 1 ? "1 layer" : layers + " layers";
    }

    private Optional<Target> vector(Network network, int meant) {
        for (Quantity quantity : network.headQuantities()) {
            if (quantity.id().equals(id)) {
                return Optional.of(new Target.Vector(Site.head(quantity), 0, network.width(0, quantity)));
            }
        }
        for (Quantity quantity : quantities(network)) {
            int width = network.width(meant, quantity);
            if (quantity.id().equals(id)) {
                return Optional.of(new Target.Vector(new Site(meant, quantity), 0, width));
            }
            for (int block = 0; block < quantity.blocks().size(); block++) {
                int units = width / quantity.blockCount();
                if (quantity.block(block).id().equals(id)) {
                    return Optional.of(new Target.Vector(new Site(meant, quantity), block * units, units));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Target> parameter(Network network) {
        return network.parameters().entries().stream()
                .filter(entry -> entry.name().equals(id))
                .findFirst()
                .map((ParameterLayout.Entry entry) -> new Target.Parameter(entry));
    }

    private static List<Quantity> quantities(Network network) {
        List<Quantity> quantities = new ArrayList<>(List.of(Quantity.INPUT));
        quantities.addAll(network.cell().quantities());
        return quantities;
    }

    /** The ids of all vectors of a network, those of blocks behind their whole. */
    public static List<String> ids(Network network) {
        List<String> ids = new ArrayList<>();
        List<Quantity> all = quantities(network);
        all.addAll(network.headQuantities());
        for (Quantity quantity : all) {
            ids.add(quantity.id());
            for (int block = 0; block < quantity.blocks().size(); block++) {
                ids.add(quantity.block(block).id());
            }
        }
        return ids;
    }
}
