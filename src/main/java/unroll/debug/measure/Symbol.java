package unroll.debug.measure;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    /**
     * The vector in which a number of the network stands; of a vector of several blocks the block.
     *
     * @param unit its place in the whole vector, from 0
     */
    public static Symbol of(Network network, Site site, int unit, boolean gradient) {
        Quantity quantity = site.quantity();
        boolean alone = site.isHead() || network.layers() == 1 || quantity.equals(Quantity.INPUT);
        String id = quantity.blocks().isEmpty()
                ? quantity.id()
                : quantity.block(unit / unitsOfBlock(network, site)).id();
        return new Symbol(id, alone ? ANY_LAYER : site.layer() + 1, gradient);
    }

    /** The place of a number within the block that {@link #of(Network, Site, int, boolean)} names. */
    public static int unitOf(Network network, Site site, int unit) {
        return unit % unitsOfBlock(network, site);
    }

    private static int unitsOfBlock(Network network, Site site) {
        return network.extent(Math.max(0, site.layer()), site.quantity().extent());
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

    /** The id of the state that the cell hands on. */
    public static String state(Network network) {
        return network.cell().output().id();
    }

    /** All that can be measured in a network, as it is written: state and gradient first, as they are asked for most. */
    public static List<String> all(Network network) {
        Set<String> symbols = new LinkedHashSet<>(List.of("∂L/∂" + state(network), state(network)));
        for (String id : ids(network)) {
            symbols.add(id);
            if (!id.equals(Quantity.LOSS.id())) {
                symbols.add("∂L/∂" + id);
            }
        }
        symbols.add(TOTAL_LOSS);
        network.parameters().names().forEach(name -> {
            symbols.add(name);
            symbols.add("∂L/∂" + name);
        });
        return List.copyOf(symbols);
    }

    /** The ids of all vectors, those of blocks behind their whole. */
    private static List<String> ids(Network network) {
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
