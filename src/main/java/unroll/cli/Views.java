package unroll.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import unroll.core.model.Chain;
import unroll.core.model.Network;
import unroll.debug.Knowledge;
import unroll.plot.circuit.CircuitPainter;
import unroll.plot.circuit.CircuitPlan;
import unroll.plot.circuit.CircuitView;
import unroll.plot.circuit.CircuitView.Place;
import unroll.plot.lanes.LanesPainter;
import unroll.plot.lanes.LanesView;
import unroll.plot.lanes.Viewport;
import unroll.plot.panel.Measured;
import unroll.plot.panel.PanelFigure;
import unroll.plot.panel.PanelOptions;
import unroll.plot.panel.Sample;
import unroll.plot.stage.StagePainter;
import unroll.plot.stage.StageView;

/** The views over a trace by name. */
final class Views {
    static final String STAGE = "stage";
    static final String LANES = "lanes";
    static final String CIRCUIT = "circuit";

    static final List<String> NAMES = names();

    private Views() {}

    private static List<String> names() {
        List<String> names = new ArrayList<>(List.of(STAGE, CIRCUIT, LANES));
        Arrays.stream(PanelFigure.values()).map(PanelFigure::id).forEach(names::add);
        return List.copyOf(names);
    }

    /** For the help of options. */
    static final class Names implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return NAMES.iterator();
        }
    }

    /**
     * Makes a view ready to be drawn.
     *
     * @param name one of {@link #NAMES}
     * @param width that it will be drawn at, px
     */
    static Measured measure(String name, Sample sample, double width) {
        if (name.equals(STAGE)) {
            return (knowledge, wording) ->
                    new StagePainter(StageView.of(knowledge).withViewport(viewport(knowledge, width)), wording);
        }
        if (name.equals(LANES)) {
            return (knowledge, wording) ->
                    new LanesPainter(LanesView.of(knowledge).withViewport(viewport(knowledge, width)), wording);
        }
        if (name.equals(CIRCUIT)) {
            return circuit(sample.trace().network());
        }
        return PanelFigure.of(name).orElseThrow().measure(sample, PanelOptions.DEFAULT);
    }

    /** Each layer's circuit is laid out once, as a film shows it many times. */
    private static Measured circuit(Network network) {
        Map<Chain, CircuitPlan> plans = new HashMap<>();
        network.chains().forEach(chain -> plans.put(chain, CircuitPlan.of(network, chain)));
        return (knowledge, wording) -> {
            Place place = Place.at(knowledge);
            return new CircuitPainter(CircuitView.of(plans.get(place.chain()), place, knowledge), wording);
        };
    }

    private static Viewport viewport(Knowledge knowledge, double width) {
        int t = knowledge.cursor() == 0
                ? 1
                : knowledge.program().at(knowledge.cursor() - 1).t();
        return Viewport.readable(knowledge.trace().steps(), t, width);
    }
}
