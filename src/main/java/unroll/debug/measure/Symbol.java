package unroll.debug.measure;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import unroll.core.model.Chain;
import unroll.core.model.Direction;
import unroll.core.model.Network;
import unroll.core.model.ParameterLayout;
import unroll.core.model.Site;
import unroll.core.op.Quantity;

/**
 * A vector or parameter by its id.
 *
 * @param id such as {@code h}, {@code a.i}, {@code weight_hh_l0}, or {@link #TOTAL_LOSS}
 * @param chain the layer and direction; empty for those of the line at which the debugger stands
 * @param gradient whether ∂L/∂ it is meant
 */
public record Symbol(String id, Optional<Chain> chain, boolean gradient) {
    public static final String TOTAL_LOSS = "loss";

    public static Symbol of(String id, boolean gradient) {
        return new Symbol(id, Optional.empty(), gradient);
    }

    /**
     * The vector in which a number of the network stands; of a vector of several blocks the block.
     *
     * @param unit its place in the whole vector, from 0
     */
    public static Symbol of(Network network, Site site, int unit, boolean gradient) {
        Quantity quantity = site.quantity();
        boolean alone = site.isHead() || network.chains().size() == 1 || quantity.equals(Quantity.INPUT);
        String id = quantity.blocks().isEmpty()
                ? quantity.id()
                : quantity.block(unit / unitsOfBlock(network, site)).id();
        return new Symbol(id, alone ? Optional.empty() : Optional.of(site.chain()), gradient);
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
        return (gradient ? "∂L/∂" : "") + id + chain.map(Symbol::mark).orElse("") + step.text();
    }

    /** A chain as it is written behind a letter: {@code @2}, or {@code @1:rev} where the layer runs backwards. */
    private static String mark(Chain chain) {
        String direction = chain.direction() == Direction.FORWARD
                ? ""
                : ":" + chain.direction().id();
        return "@" + (chain.layer() + 1) + direction;
    }

    /**
     * What it stands for.
     *
     * @param line the chain meant where none is named; for the head's lines the top layer's that runs forward
     */
    public Target in(Network network, Chain line) throws MeasureProblem {
        if (chain.isPresent() && !network.chains().contains(chain.get())) {
            throw new MeasureProblem(id + mark(chain.get()) + ": this network has " + count(network) + "; write "
                    + String.join(
                            " or ",
                            network.chains().stream()
                                    .map(each -> id + mark(each))
                                    .toList()));
        }
        if (id.equals(TOTAL_LOSS) && !gradient) {
            return new Target.TotalLoss();
        }
        if (id.equals(Quantity.INPUT.id()) && chain.isPresent() && chain.get().layer() > 0) {
            throw new MeasureProblem("x" + mark(chain.get()) + ": x is what the network is given, which layer 1 reads; "
                    + "a layer above reads the " + state(network) + " of the layer below");
        }
        Optional<Target> found = vector(network, meant(network, line)).or(() -> parameter(network));
        return found.orElseThrow(() -> new MeasureProblem("this network has no " + id + "; it has "
                + String.join(", ", ids(network)) + ", and the parameters "
                + String.join(", ", network.parameters().names())));
    }

    private Chain meant(Network network, Chain line) {
        return chain.orElse(line.isHead() ? new Chain(network.layers() - 1, Direction.FORWARD) : line);
    }

    private static String count(Network network) {
        boolean single = network.directions().size() == 1;
        if (network.layers() == 1) {
            return "1 layer, which runs " + (single ? "forwards" : "in both directions");
        }
        return network.layers() + " layers, which run " + (single ? "forwards" : "in both directions");
    }

    private Optional<Target> vector(Network network, Chain meant) {
        for (Quantity quantity : network.headQuantities()) {
            if (quantity.id().equals(id)) {
                return Optional.of(new Target.Vector(Site.head(quantity), 0, network.width(0, quantity)));
            }
        }
        if (id.equals(Quantity.INPUT.id())) {
            return Optional.of(new Target.Vector(new Site(0, Quantity.INPUT), 0, network.inputSize()));
        }
        for (Quantity quantity : network.quantities(meant.layer())) {
            int width = network.width(meant.layer(), quantity);
            if (quantity.id().equals(id)) {
                return Optional.of(new Target.Vector(meant.site(quantity), 0, width));
            }
            for (int block = 0; block < quantity.blocks().size(); block++) {
                int units = width / quantity.blockCount();
                if (quantity.block(block).id().equals(id)) {
                    return Optional.of(new Target.Vector(meant.site(quantity), block * units, units));
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

    private static Set<Quantity> quantities(Network network) {
        Set<Quantity> quantities = new LinkedHashSet<>(List.of(Quantity.INPUT));
        network.chains().forEach(each -> quantities.addAll(network.quantities(each.layer())));
        quantities.addAll(network.headQuantities());
        return quantities;
    }

    /** The id of the state that the cell hands on. */
    public static String state(Network network) {
        return network.cell().output().id();
    }

    /** All that can be measured in a network, as it is written: state and gradient first, as they are asked for most. */
    public static List<String> all(Network network) {
        Set<String> symbols = new LinkedHashSet<>(List.of("∂L/∂" + state(network), state(network)));
        if (network.chains().size() > 1) {
            for (Chain each : network.chains()) {
                symbols.add("∂L/∂" + state(network) + mark(each));
                symbols.add(state(network) + mark(each));
            }
        }
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
        for (Quantity quantity : quantities(network)) {
            ids.add(quantity.id());
            for (int block = 0; block < quantity.blocks().size(); block++) {
                ids.add(quantity.block(block).id());
            }
        }
        return ids;
    }
}
