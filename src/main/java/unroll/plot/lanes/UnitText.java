package unroll.plot.lanes;

import unroll.core.model.Chain;
import unroll.core.model.Network;
import unroll.core.model.Site;
import unroll.core.op.Quantity;
import unroll.core.op.VectorRef;
import unroll.debug.Completeness;
import unroll.debug.KnownVector;
import unroll.debug.Progress;
import unroll.debug.UnitName;
import unroll.plot.NumberFormat;
import unroll.plot.Wording;

/** Names numbers in plain text, {@code h₉[4] = 0.3142}, for tooltips and screen readers. */
public record UnitText(Network network, Wording wording) {
    private static final char SUBSCRIPT_ZERO = '\u2080';

    /** A number with its value, or that it is not known. */
    public String of(UnitTarget target, KnownVector vector) {
        String name = name(target);
        if (!vector.isKnown(target.t())) {
            boolean absent = vector.completeness(target.t()) == Completeness.ABSENT;
            return wording.text(absent ? "hit.absent" : "hit.unknown", name);
        }
        String equation = name + " = " + NumberFormat.format(vector.at(target.t(), target.unit()));
        if (vector.completeness(target.t()) == Completeness.PARTIAL) {
            Progress progress = vector.progress(target.t()).orElseThrow();
            return wording.text("hit.partial", equation, progress.done(), progress.of());
        }
        return equation;
    }

    /** Such as {@code aⁱ₉[4]} or {@code ∂L/∂h₉[4]}; with its layer where there are several. */
    public String name(UnitTarget target) {
        Quantity quantity = target.site().quantity();
        int blockSize = network.width(Math.max(0, target.site().layer()), quantity) / quantity.blockCount();
        int block = quantity.blocks().isEmpty() ? VectorRef.WHOLE : target.unit() / blockSize;
        String letter = new VectorRef(quantity, 0, block).letter();
        String name = (target.gradient() ? "∂L/∂" : "") + at(letter, target.t());
        return inLayer(target.site(), name + "[" + target.unit() % blockSize + "]");
    }

    /** A vector at a step, such as {@code ‖∂L/∂h₉‖} without its bars. */
    public String vectorName(Site site, boolean gradient, int t) {
        return inLayer(site, (gradient ? "∂L/∂" : "") + at(site.quantity().plain(), t));
    }

    /** The target of an output's unit, such as {@code y*₂₄[0]}. */
    public String targetName(int t, int unit) {
        return at("y*", t) + "[" + unit + "]";
    }

    private String inLayer(Site site, String name) {
        Chain chain = site.quantity().equals(Quantity.INPUT) ? Chain.HEAD : site.chain();
        return UnitName.layer(network, chain)
                .map(layer -> wording.text("hit.layer", name, layer))
                .orElse(name);
    }

    private static String at(String letter, int t) {
        StringBuilder text = new StringBuilder(letter);
        Integer.toString(t).chars().forEach(digit -> text.append((char) (SUBSCRIPT_ZERO + digit - '0')));
        return text.toString();
    }
}
