package unroll.debug;

import java.util.Optional;
import unroll.core.model.Chain;
import unroll.core.model.Direction;
import unroll.core.model.Network;
import unroll.core.model.Site;
import unroll.core.op.Quantity;
import unroll.core.op.VectorRef;
import unroll.debug.Inspection.Subject;

/** How one number of the network is called, such as {@code h₉[4]} or, in the second of several layers, h₉⁽²⁾[4]. */
public final class UnitName {
    private UnitName() {}

    /** The name with its time step and its unit, which counts from 0 within its gate's block. */
    public static Notation of(Network network, Subject subject) {
        Notation vector = vector(network, subject);
        String unit = "[" + unit(network, subject) + "]";
        return new Notation(vector.plain() + unit, vector.tex() + unit);
    }

    /** The vector in which the number stands, with its time step. */
    public static Notation vector(Network network, Subject subject) {
        Quantity quantity = subject.site().quantity();
        int block = quantity.blocks().isEmpty() ? VectorRef.WHOLE : subject.unit() / blockWidth(network, subject);
        VectorRef part = new VectorRef(quantity, 0, block);
        String plain = part.letter() + Subscripts.of(subject.t());
        String tex = tex(network, subject.site(), part) + "_{" + subject.t() + "}";
        return subject.gradient() ? new Notation("δ" + plain, "\\delta " + tex) : new Notation(plain, tex);
    }

    /** The unit's number within its gate's block, from 0. */
    public static int unit(Network network, Subject subject) {
        return subject.unit() % blockWidth(network, subject);
    }

    private static int blockWidth(Network network, Subject subject) {
        int layer = Math.max(0, subject.site().layer());
        return network.extent(layer, subject.site().quantity().extent());
    }

    /** What stands above a vector's letter to say its layer and direction, where there are several. */
    public static String layerTex(Network network, Site site) {
        if (site.isHead() || site.quantity().equals(Quantity.INPUT)) {
            return "";
        }
        String layer = network.layers() > 1 ? "(" + (site.layer() + 1) + ")" : "";
        if (network.directions().size() == 1) {
            return layer;
        }
        return layer + (site.direction() == Direction.FORWARD ? "\\rightarrow" : "\\leftarrow");
    }

    /** How a layer is called in a sentence, such as {@code 2} or {@code 2 ←}; empty where there is but one. */
    public static Optional<String> layer(Network network, Chain chain) {
        boolean bidirectional = network.directions().size() > 1;
        if (chain.isHead() || (network.layers() == 1 && !bidirectional)) {
            return Optional.empty();
        }
        String number = Integer.toString(chain.layer() + 1);
        return Optional.of(bidirectional ? number + " " + chain.direction().arrow() : number);
    }

    private static String tex(Network network, Site site, VectorRef part) {
        String letter = part.quantity().tex();
        String gate =
                part.block() == VectorRef.WHOLE ? "" : part.quantity().blocks().get(part.block());
        String layer = layerTex(network, site);
        int own = letter.indexOf('^');
        // A letter like a^n brings a superscript of its own.
        String base = own < 0 ? letter : letter.substring(0, own);
        String raised = (own < 0 ? "" : letter.substring(own + 1)) + gate + layer;
        return raised.isEmpty() ? base : base + "^{" + raised + "}";
    }
}
