package unroll.core.fused;

import java.util.ArrayList;
import java.util.List;
import unroll.core.model.Chain;
import unroll.core.model.Direction;
import unroll.core.model.Network;
import unroll.core.model.Schedule.ScheduledLine;
import unroll.core.model.Section;
import unroll.core.model.Site;
import unroll.core.op.Equation;
import unroll.core.op.Op;
import unroll.core.op.Quantity;
import unroll.core.op.VectorRef;

/**
 * A part of what a line names that is kept in one place. A vector that joins others has one for each of them.
 *
 * @param block of the vector at the site, or {@link VectorRef#WHOLE}
 * @param shift from the line's step to the part's, as {@link Window} has it
 * @param column its first unit in what the line names
 */
record VectorPart(Site site, int block, int shift, int column) {
    /** All parts, in order. */
    static List<VectorPart> of(Network network, ScheduledLine line, VectorRef vector) {
        List<VectorPart> parts = new ArrayList<>();
        for (Section section : network.sections(line, vector, 1)) {
            Site site = section.site();
            boolean isFirst = vector.isLast() && site.direction() == Direction.REVERSE;
            int shift = isFirst ? Window.TO_THE_FIRST : section.shift();
            Op.Concat joining = joining(network, site);
            if (joining == null) {
                parts.add(new VectorPart(site, vector.block(), shift, section.from()));
                continue;
            }
            ScheduledLine inChain = new ScheduledLine(line.listed(), site.chain());
            int column = section.from();
            for (VectorRef joined : List.of(joining.first(), joining.second())) {
                for (VectorPart part : of(network, inChain, joined)) {
                    parts.add(new VectorPart(part.site(), part.block(), part.shift(), column + part.column()));
                }
                column += width(network, site.chain(), joined);
            }
        }
        return parts;
    }

    private static int width(Network network, Chain chain, VectorRef vector) {
        return network.width(chain.layer(), vector.quantity());
    }

    /** How a vector of a cell is joined of others, or null if it is not. */
    private static Op.Concat joining(Network network, Site site) {
        if (site.isHead() || site.quantity().equals(Quantity.INPUT)) {
            return null;
        }
        for (Equation line : network.cellLines(site.layer())) {
            if (line.op() instanceof Op.Concat concat
                    && line.target().quantity().equals(site.quantity())) {
                return concat;
            }
        }
        return null;
    }
}
