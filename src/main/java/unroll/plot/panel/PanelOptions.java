package unroll.plot.panel;

import unroll.analysis.PhasePortrait;
import unroll.analysis.PhasePortrait.Axes;

/**
 * What the reader has chosen to see. Each {@code with} gives a changed copy.
 *
 * @param chain index among all layers in all directions, from the bottom; past the top stands for the last
 * @param axes of the phase portrait
 * @param state whose gradient is split by loss step, h first
 * @param roads whether the gradient flow is shown by the roads that gradients come on
 * @param fitted whether the gradient flow's axis fits its numbers; otherwise it is the same in all pictures
 */
public record PanelOptions(int chain, Axes axes, int state, boolean roads, boolean fitted) {
    public static final PanelOptions DEFAULT = new PanelOptions(0, new PhasePortrait.Axes.Principal(), 0, false, false);

    public PanelOptions withChain(int chosen) {
        return new PanelOptions(chosen, axes, state, roads, fitted);
    }

    public PanelOptions withAxes(Axes chosen) {
        return new PanelOptions(chain, chosen, state, roads, fitted);
    }

    public PanelOptions withState(int chosen) {
        return new PanelOptions(chain, axes, chosen, roads, fitted);
    }

    public PanelOptions withRoads(boolean shown) {
        return new PanelOptions(chain, axes, state, shown, fitted);
    }

    public PanelOptions withFitted(boolean fits) {
        return new PanelOptions(chain, axes, state, roads, fits);
    }
}
