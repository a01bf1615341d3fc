package unroll.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import unroll.analysis.Saturation;
import unroll.analysis.Spectrum;
import unroll.core.model.Parameters;
import unroll.core.model.Phase;
import unroll.core.model.Site;
import unroll.core.trace.Trace;
import unroll.debug.Knowledge;
import unroll.plot.NumberFormat;

/** The numbers that are always watched at the debugger's step, as far as they are known there. */
final class Watches {
    private Parameters measured;
    private int measuredLayer;
    private String radius = "";

    /**
     * One line.
     *
     * @param key of its name
     * @param value as text; empty where it is not computed yet
     */
    record Watch(String key, Optional<String> value) {}

    List<Watch> at(Knowledge knowledge, int layer, int t, int row) {
        Trace trace = knowledge.trace();
        Site h = new Site(layer, trace.network().cell().output());
        boolean known = knowledge.isKnown(h, t);
        boolean complete = knowledge.gradientProgress(h, t).isComplete();
        boolean hasLoss = knowledge.cursor() >= knowledge.program().end(Phase.FORWARD);
        List<Watch> watches = new ArrayList<>();
        watches.add(new Watch("inspector.watch.loss", number(hasLoss, trace.loss())));
        watches.add(new Watch("inspector.watch.h", number(known, trace.valueNorm(h, t, row))));
        watches.add(new Watch("inspector.watch.dh", number(complete, trace.gradientNorm(h, t, row))));
        Saturation.flatUnits(trace, layer, t, row).ifPresent(flat -> {
            String text = flat + " / " + trace.network().hiddenSize();
            watches.add(new Watch("inspector.watch.flat", known ? Optional.of(text) : Optional.empty()));
        });
        watches.add(new Watch("inspector.watch.radius", Optional.of(radius(trace, layer))));
        return watches;
    }

    private static Optional<String> number(boolean known, double value) {
        return known ? Optional.of(NumberFormat.format(value)) : Optional.empty();
    }

    /** Eigenvalues are dear, so they are found once for each set of weights; gates give the largest of theirs. */
    private String radius(Trace trace, int layer) {
        if (!trace.parameters().equals(measured) || layer != measuredLayer) {
            measured = trace.parameters();
            measuredLayer = layer;
            double largest = Spectrum.of(measured, trace.network().cell().blocks(), layer).blocks().stream()
                    .mapToDouble(Spectrum.Block::spectralRadius)
                    .max()
                    .orElse(Double.NaN);
            radius = NumberFormat.format(largest);
        }
        return radius;
    }
}
