package unroll.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import unroll.analysis.Saturation;
import unroll.analysis.Spectrum;
import unroll.analysis.StepBack;
import unroll.core.model.Chain;
import unroll.core.model.Direction;
import unroll.core.model.Parameters;
import unroll.core.model.Site;
import unroll.core.trace.Trace;
import unroll.debug.Knowledge;
import unroll.debug.KnownVector;
import unroll.plot.NumberFormat;
import unroll.ui.state.Messages;

/** The numbers that are always watched at the debugger's step, as far as they are known there. */
final class Watches {
    private final Messages messages;
    private Parameters measured;
    private int measuredLayer;
    private String radius = "";

    Watches(Messages messages) {
        this.messages = messages;
    }

    /**
     * One line.
     *
     * @param key of its name; with {@code .tip} behind it, of what it means
     * @param value as text; empty where it is not computed yet
     */
    record Watch(String key, Optional<String> value) {}

    List<Watch> at(Knowledge knowledge, int row, int layer, int t) {
        Trace trace = knowledge.trace();
        Site h = new Site(layer, trace.network().cell().output());
        KnownVector states = knowledge.values(h, row);
        boolean complete = knowledge.gradientProgress(h, t).isComplete();
        List<Watch> watches = new ArrayList<>();
        watches.add(new Watch("inspector.watch.h", number(states.isKnown(t), trace.valueNorm(h, t, row))));
        watches.add(new Watch("inspector.watch.dh", number(complete, trace.gradientNorm(h, t, row))));
        Saturation.flatUnits(trace, h.chain(), t, row).ifPresent(flat -> {
            String text = messages.text("inspector.of", flat, trace.network().hiddenSize());
            watches.add(new Watch("inspector.watch.flat", Optional.of(text).filter(known -> states.isKnown(t))));
        });
        back(knowledge, h, t, row).ifPresent(watches::add);
        watches.add(new Watch("inspector.watch.radius", Optional.of(radius(trace, layer))));
        return watches;
    }

    /** Why gradients shrink or grow: how the slopes and the recurrent matrix share a step back; for plain cells. */
    private static Optional<Watch> back(Knowledge knowledge, Site h, int t, int row) {
        return knowledge.sources(h, t - 1).stream()
                .filter(source -> source.line().goesBack())
                .findFirst()
                .flatMap(source -> StepBack.of(knowledge.trace(), source.line(), t, row)
                        .map(back -> NumberFormat.format(back.slopes()) + " × " + NumberFormat.format(back.matrix()))
                        .map(text -> new Watch(
                                "inspector.watch.back",
                                Optional.of(text).filter(known -> source.index() < knowledge.cursor()))));
    }

    private static Optional<String> number(boolean known, double value) {
        return known ? Optional.of(NumberFormat.format(value)) : Optional.empty();
    }

    /** Eigenvalues are dear, so they are found once for each set of weights; gates give the largest of theirs. */
    @SuppressWarnings("ReferenceEquality") // comparing all weights would cost more than it saves
    private String radius(Trace trace, int layer) {
        if (trace.parameters() != measured || layer != measuredLayer) {
            measured = trace.parameters();
            measuredLayer = layer;
            double largest =
                    Spectrum.of(trace.network(), measured, new Chain(layer, Direction.FORWARD)).blocks().stream()
                            .mapToDouble(Spectrum.Block::spectralRadius)
                            .max()
                            .orElse(Double.NaN);
            radius = NumberFormat.format(largest);
        }
        return radius;
    }
}
