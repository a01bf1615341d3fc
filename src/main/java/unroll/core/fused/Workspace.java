package unroll.core.fused;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import unroll.core.model.Network;
import unroll.core.model.Site;
import unroll.core.op.Adjoints;
import unroll.core.op.Equation;
import unroll.core.op.Factor;
import unroll.core.op.Line;
import unroll.core.op.Op;
import unroll.core.op.ParameterLine;
import unroll.core.op.Quantity;
import unroll.core.op.Term;
import unroll.core.op.VectorRef;

/**
 * The places of all vectors of a network and of their gradients. An activation that is the only reader of its argument
 * takes its place: the pre-activation is not needed again, and the gradient by it follows from the gradient of the
 * result, unit by unit.
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
            allocateLayer(layer);
        }
        for (Quantity quantity : network.headQuantities()) {
            Site site = Site.head(quantity);
            values.put(site, allocate(site, slots));
            if (withGradients) {
                gradients.put(site, allocate(site, slots));
            }
        }
    }

    /**
     * How much fits.
     *
     * @param lanes what room is a multiple of
     */
    record Capacity(int steps, int rows, int lanes) {}

    private void allocateLayer(int layer) {
        Map<VectorRef, VectorRef> replaced = replacedArguments(network.cellLines());
        Set<Quantity> ofAllSteps = usedByParameters(network.cellLines());
        for (Quantity quantity : network.cell().quantities()) {
            if (!replaced.containsKey(quantity.now())) {
                allocate(new Site(layer, quantity), quantity.carried() || ofAllSteps.contains(quantity));
            }
        }
        replaced.forEach((result, argument) -> {
            Site site = new Site(layer, result.quantity());
            values.put(site, part(values, layer, argument));
            if (withGradients) {
                boolean passesFrozenRows = network.packed() && result.quantity().carried();
                gradients.put(site, passesFrozenRows ? allocate(site, slots) : part(gradients, layer, argument));
            }
        });
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

    private Padding padding(Site site) {
        Quantity quantity = site.quantity();
        int layer = site.isHead() ? network.layers() - 1 : site.layer();
        return Padding.of(quantity.blockCount(), network.extent(layer, quantity.extent()), lanes);
    }

    /** Results of activations, each with the argument that nothing else reads. */
    private static Map<VectorRef, VectorRef> replacedArguments(List<Equation> lines) {
        Map<VectorRef, VectorRef> replaced = new LinkedHashMap<>();
        for (Equation line : lines) {
            if (line.op() instanceof Op.Activate activate
                    && !activate.argument().quantity().carried()
                    && timesRead(lines, activate.argument()) == 1) {
                replaced.put(line.target(), activate.argument());
            }
        }
        return replaced;
    }

    /** How often lines read a vector or a part that overlaps it. */
    private static int timesRead(List<Equation> lines, VectorRef vector) {
        int count = 0;
        for (Equation line : lines) {
            for (VectorRef read : reads(line.op())) {
                boolean overlaps = read.block() == vector.block()
                        || read.block() == VectorRef.WHOLE
                        || vector.block() == VectorRef.WHOLE;
                count += read.quantity().equals(vector.quantity()) && overlaps ? 1 : 0;
            }
        }
        return count;
    }

    /** The vectors that an operation reads. */
    static Set<VectorRef> reads(Op op) {
        Set<VectorRef> read = new LinkedHashSet<>();
        if (op instanceof Op.Sum sum) {
            sum.terms().forEach(term -> read.addAll(reads(term)));
        } else if (op instanceof Op.Activate activate) {
            read.add(activate.argument());
        } else if (op instanceof Op.Loss loss) {
            read.add(loss.output());
        }
        return read;
    }

    /** The vectors that a term reads. */
    static Set<VectorRef> reads(Term term) {
        Set<VectorRef> read = new LinkedHashSet<>();
        if (term instanceof Term.Product product) {
            read.add(product.vector());
        } else if (term instanceof Term.Elementwise product) {
            product.factors().stream().map(Factor::vector).forEach(read::add);
        }
        return read;
    }

    /** The vectors whose gradients of all steps make the gradients of parameters. */
    private static Set<Quantity> usedByParameters(List<Equation> lines) {
        Set<Quantity> used = new LinkedHashSet<>();
        for (Line line : Adjoints.of(lines)) {
            if (line instanceof ParameterLine parameters) {
                parameters.shares().forEach(share -> used.add(share.source().quantity()));
            }
        }
        return used;
    }

    private static Place part(Map<Site, Place> places, int layer, VectorRef vector) {
        Place whole = places.get(new Site(layer, vector.quantity()));
        return vector.block() == VectorRef.WHOLE ? whole : whole.block(vector.block());
    }

    /** Where the vector is kept that a line of a layer names. */
    Place value(int layer, VectorRef vector) {
        return part(values, network.site(layer, vector.quantity()), vector);
    }

    /** Where the gradient is kept of the vector that a line of a layer names. */
    Place gradient(int layer, VectorRef vector) {
        return part(gradients, network.site(layer, vector.quantity()), vector);
    }

    private static Place part(Map<Site, Place> places, Site site, VectorRef vector) {
        return part(places, site.layer(), new VectorRef(site.quantity(), 0, vector.block()));
    }

    /** Forgets everything: states before the first step are 0, and no old number that is not finite is left. */
    void clear() {
        values.values().forEach(Place::clear);
        gradients.values().forEach(Place::clear);
    }
}
