package unroll.plot.panel;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import unroll.analysis.GradientFlow;
import unroll.analysis.JacobianSpectrum;
import unroll.analysis.LossSplit;
import unroll.analysis.PhasePortrait;
import unroll.analysis.SaturationMap;
import unroll.core.model.Chain;
import unroll.core.model.Site;
import unroll.core.op.Quantity;
import unroll.core.tensor.Tensor;
import unroll.core.trace.Trace;
import unroll.plot.cliff.CliffPainter;
import unroll.plot.cliff.CliffView;
import unroll.plot.flow.FlowView;
import unroll.plot.flow.GradientFlowPainter;
import unroll.plot.phase.PhasePainter;
import unroll.plot.saturation.SaturationPainter;
import unroll.plot.shares.SharesPainter;
import unroll.plot.shares.SharesView;
import unroll.plot.spectrum.SpectrumPainter;
import unroll.plot.spectrum.SpectrumView;
import unroll.plot.split.LossSplitPainter;
import unroll.plot.weights.WeightsPainter;

/**
 * The figures over a trace. Measuring may take longer than a frame and is for a background thread; drawing what was
 * measured is for every move of the debugger.
 */
public enum PanelFigure {
    /** Norms of the states' gradients over time. */
    GRADIENT_FLOW("gradient-flow") {
        @Override
        public Measured measure(Sample sample, PanelOptions options) {
            Trace trace = sample.trace();
            List<GradientFlow> layers = GradientFlow.ofLayers(trace, sample.row());
            int top = trace.network().layers() - 1;
            Map<Chain, JacobianSpectrum> products = new LinkedHashMap<>();
            trace.network().chains().stream()
                    .filter(chain -> chain.layer() == top)
                    .forEach(chain -> products.put(chain, JacobianSpectrum.of(trace, chain, sample.row())));
            Optional<Chain> split = options.roads() ? Optional.of(chain(trace, options)) : Optional.empty();
            return (knowledge, wording) -> {
                FlowView view =
                        FlowView.of(knowledge, layers).withProducts(products).withSplit(split);
                return new GradientFlowPainter(options.fitted() ? view.fitted() : view, wording);
            };
        }
    },
    /** The gradient of a state by the loss step that it comes from. */
    LOSS_SPLIT("loss-split") {
        @Override
        public Measured measure(Sample sample, PanelOptions options) {
            Trace trace = sample.trace();
            LossSplit split = LossSplit.of(trace, sample.row(), MOST_LOSS_STEPS);
            int states = trace.network().cell().states().size();
            Quantity state = trace.network().cell().states().get(Math.min(options.state(), states - 1));
            Site site = chain(trace, options).site(state);
            return (knowledge, wording) -> new LossSplitPainter(knowledge, split, site, wording);
        }
    },
    /** The gradients of the weights by time step. */
    SHARES("shares") {
        @Override
        public Measured measure(Sample sample, PanelOptions options) {
            Trace trace = sample.trace();
            SharesView view = SharesView.of(trace, chain(trace, options));
            return (knowledge, wording) -> new SharesPainter(knowledge, view, wording);
        }
    },
    /** Eigenvalues and singular values. */
    SPECTRUM("spectrum") {
        @Override
        public Measured measure(Sample sample, PanelOptions options) {
            Trace trace = sample.trace();
            SpectrumView view = SpectrumView.of(trace, chain(trace, options), sample.row());
            return (knowledge, wording) -> new SpectrumPainter(view, wording);
        }
    },
    /** The path of h through two dimensions. */
    PHASE("phase") {
        @Override
        public Measured measure(Sample sample, PanelOptions options) {
            Trace trace = sample.trace();
            Optional<PhasePortrait> portrait =
                    PhasePortrait.of(trace, chain(trace, options), sample.row(), options.axes());
            return (knowledge, wording) -> portrait.isPresent()
                    ? new PhasePainter(knowledge, portrait.get(), wording)
                    : new Remark(wording.text("phase.notFinite"));
        }
    },
    /** Flat parts of gates. */
    SATURATION("saturation") {
        @Override
        public Measured measure(Sample sample, PanelOptions options) {
            Trace trace = sample.trace();
            SaturationMap map = SaturationMap.of(trace, chain(trace, options), sample.row());
            return (knowledge, wording) -> new SaturationPainter(knowledge, map, wording);
        }
    },
    /** Parameters and their gradients. */
    WEIGHTS("weights") {
        @Override
        public Measured measure(Sample sample, PanelOptions options) {
            Trace trace = sample.trace();
            Chain chain = chain(trace, options);
            Map<String, Tensor> updates = sample.update().changes();
            return (knowledge, wording) -> new WeightsPainter(knowledge, chain, updates, wording);
        }
    },
    /** The loss of the one-unit network, which is the same whatever was traced. */
    LOSS_SURFACE("loss-surface") {
        @Override
        public Measured measure(Sample sample, PanelOptions options) {
            CliffView view = CliffView.ofPascanu();
            return (knowledge, wording) -> new CliffPainter(view, wording);
        }
    };

    /** Of more losses, evenly chosen ones are split: the way back costs their number times T. */
    private static final int MOST_LOSS_STEPS = 100;

    private final String id;

    PanelFigure(String id) {
        this.id = id;
    }

    /** The name in commands and settings. */
    public String id() {
        return id;
    }

    /** The figure with a name; empty when none has it. */
    public static Optional<PanelFigure> of(String id) {
        return Arrays.stream(values()).filter(each -> each.id.equals(id)).findFirst();
    }

    /** The names of the states that {@link PanelOptions#state} counts. */
    public static List<String> states(Trace trace) {
        return trace.network().cell().states().stream().map(Quantity::id).toList();
    }

    /** Measures a trace. */
    public abstract Measured measure(Sample sample, PanelOptions options);

    private static Chain chain(Trace trace, PanelOptions options) {
        List<Chain> chains = trace.network().chains();
        return chains.get(Math.min(options.chain(), chains.size() - 1));
    }
}
