package unroll.core.fused;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import unroll.core.cell.BiasMode;
import unroll.core.model.Chain;
import unroll.core.model.Network;
import unroll.core.model.Site;
import unroll.core.op.Adjoints;
import unroll.core.op.Equation;
import unroll.core.op.Extent;
import unroll.core.op.Line;
import unroll.core.op.Op;
import unroll.core.op.ParameterLine;
import unroll.core.op.Quantity;
import unroll.core.op.VectorRef;

/**
 * The places of all vectors of a network and of their gradients. An activation that is the only reader of its argument
 * takes its place: the pre-activation is not needed again, and the gradient by it follows from the gradient of the
 * result, unit by unit. Joined vectors have no place: what reads them reads their parts.
 */
final class Workspace {
    /** Besides the steps: one slot before the first and one after the last. */
    private static final int OUTER_SLOTS = 2;

    private final Network network;
    private final Frame frame;
    private final int slots;
    private final int rows;
    private final int lanes;
    private final boolean withGradients;
    private final Map<Site, Place> values = new LinkedHashMap<>();
    private final Map<Site, Place> gradients = new LinkedHashMap<>();

    Workspace(Network network, Frame frame, Capacity capacity, boolean withGradients) {
        this.network = network;
        this.frame = frame;
        this.slots = capacity.steps() + OUTER_SLOTS;
        this.rows = capacity.rows();
        this.lanes = capacity.lanes();
        this.withGradients = withGradients;
        Site input = new Site(0, Quantity.INPUT);
        values.put(input, allocate(input, slots));
        for (int layer = 0; layer < network.layers(); layer++) {
            if (network.stack().dropout().acts(layer)) {
                Site mask = new Site(layer, Quantity.MASK);
                values.put(mask, allocate(mask, slots));
            }
            if (network.bias() == BiasMode.PER_ROW) {
                Site place = new Site(layer, Quantity.PLACE);
                values.put(place, allocate(place, slots));
            }
        }
        network.chains().forEach(this::allocate);
        for (Quantity quantity : network.headQuantities()) {
            allocate(Site.head(quantity), true);
        }
    }

    /**
     * How much fits.
     *
     * @param lanes what room is a multiple of
     */
    record Capacity(int steps, int rows, int lanes) {}

    private void allocate(Chain chain) {
        List<Equation> lines = network.cellLines(chain.layer());
        Map<VectorRef, VectorRef> replaced = Reads.replacedArguments(lines);
        Set<Quantity> ofAllSteps = neededAfterwards(lines);
        for (Quantity quantity : network.quantities(chain.layer())) {
            if (!replaced.containsKey(quantity.now()) && !isJoined(lines, quantity)) {
                allocate(chain.site(quantity), quantity.carried() || ofAllSteps.contains(quantity));
            }
        }
        replaced.forEach((result, argument) -> {
            Site site = chain.site(result.quantity());
            Site whole = chain.site(argument.quantity());
            values.put(site, part(values.get(whole), argument.block()));
            if (withGradients) {
                boolean passesFrozenRows = network.packed() && result.quantity().carried();
                Place place = passesFrozenRows ? allocate(site, slots) : part(gradients.get(whole), argument.block());
                gradients.put(site, place);
            }
        });
    }

    private static boolean isJoined(List<Equation> lines, Quantity quantity) {
        return lines.stream()
                .anyMatch(line -> line.op() instanceof Op.Concat
                        && line.target().quantity().equals(quantity));
    }

    private void allocate(Site site, boolean keepsGradient) {
        values.put(site, allocate(site, slots));
        if (withGradients) {
            gradients.put(site, allocate(site, keepsGradient ? slots : 1));
        }
    }

    private Place allocate(Site site, int count) {
        return Place.allocate(frame, count, rows, padding(site));
    }

    /** What is as wide as the input of a layer has its parts: the states of both directions below. */
    private Padding padding(Site site) {
        Quantity quantity = site.quantity();
        int width = network.width(site.layer(), quantity);
        boolean hasParts = quantity.extent() == Extent.INPUT && site.layer() > 0;
        int blocks = hasParts ? network.directions().size() : quantity.blockCount();
        return Padding.of(blocks, width / blocks, lanes);
    }

    /** The vectors whose gradients of all steps are needed at the end: for parameters, or for the input. */
    private static Set<Quantity> neededAfterwards(List<Equation> lines) {
        Set<Quantity> needed = new LinkedHashSet<>();
        for (Line line : Adjoints.of(lines)) {
            if (line instanceof ParameterLine parameters) {
                parameters.shares().forEach(share -> needed.add(share.source().quantity()));
            }
        }
        needed.add(Quantity.DROPPED_INPUT);
        return needed;
    }

    private static Place part(Place whole, int block) {
        return block == VectorRef.WHOLE ? whole : whole.block(block);
    }

    /** Where a vector is kept, or one of its blocks. */
    Place value(Site site, int block) {
        return part(values.get(site), block);
    }

    /** Where the gradient of a vector is kept, or of one of its blocks. */
    Place gradient(Site site, int block) {
        return part(gradients.get(site), block);
    }

    /** Forgets everything, so that no old number is left that is not finite. */
    void clear() {
        values.values().forEach(Place::clear);
        gradients.values().forEach(Place::clear);
    }
}
