package unroll.plot.panel;

import unroll.analysis.PhasePortrait;
import unroll.analysis.PhasePortrait.Axes;

/**
 * What the reader has chosen to see. Each {@code with} gives a changed copy.
 *
 * @param layer from 0; past the top stands for the top layer
 * @param axes of the phase portrait
 * @param state whose gradient is split by loss step, h first
 * @param roads whether the gradient flow is shown by the roads that gradients come on
 * @param fitted whether the gradient flow's axis fits its numbers; otherwise it is the same in all pictures
 */
public record PanelOptions(int layer, Axes axes, int state, boolean roads, boolean fitted) {
    public static final PanelOptions DEFAULT = new PanelOptions(0, new PhasePortrait.Axes.Principal(), 0, false, false);

    public PanelOptions withLayer(int chosen) {
        return new PanelOptions(chosen, axes, state, roads, fitted);
    }

    public PanelOptions withAxes(Axes chosen) {
        return new PanelOptions(layer, chosen, state, roads, fitted);
    }

    public PanelOptions withState(int chosen) {
        return new PanelOptions(layer, axes, chosen, roads, fitted);
    }

    public PanelOptions withRoads(boolean shown) {
        return new PanelOptions(layer, axes, state, shown, fitted);
    }

    public PanelOptions withFitted(boolean fits) {
        return new PanelOptions(layer, axes, state, roads, fits);
    }
}
