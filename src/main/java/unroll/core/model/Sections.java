package unroll.core.model;

import java.util.ArrayList;
import java.util.List;
import unroll.core.op.Quantity;
import unroll.core.op.VectorRef;

/** Finds where the vectors are kept that lines name. */
final class Sections {
    private Sections() {}

    /**
     * The parts of what a line names, in the order in which they are joined.
     *
     * @param reader the chain of the line
     */
    static List<Section> of(Network network, Chain reader, VectorRef vector, int steps) {
        Quantity named = vector.quantity();
        if (reader.isHead() && network.headQuantities().contains(named)) {
            return one(network, Site.head(named), 0);
        }
        boolean isInput = named.equals(Quantity.INPUT);
        if (isInput && reader.layer() <= 0) {
            return one(network, new Site(0, Quantity.INPUT), 0);
        }
        if (isInput) {
            return joined(network, reader.layer() - 1, network.cell().output().now(), steps);
        }
        if (reader.isHead()) {
            return joined(network, network.layers() - 1, vector, steps);
        }
        if (named.isGiven()) {
            return one(network, new Site(reader.layer(), named), 0);
        }
        return one(
                network, reader.site(named), vector.shift() * reader.direction().stride());
    }

    private static List<Section> one(Network network, Site site, int shift) {
        return List.of(new Section(site, shift, 0, network.width(site.layer(), site.quantity())));
    }

    /** Both directions' vectors of a layer: at the step itself, or those of the last step of each. */
    private static List<Section> joined(Network network, int layer, VectorRef vector, int steps) {
        int width = network.width(layer, vector.quantity());
        List<Section> sections = new ArrayList<>();
        for (Direction direction : network.directions()) {
            int shift = vector.isLast() ? direction.finalStep(steps) - steps : 0;
            Site site = new Chain(layer, direction).site(vector.quantity());
            sections.add(new Section(site, shift, sections.size() * width, width));
        }
        return sections;
    }
}
