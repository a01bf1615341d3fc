package unroll.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import unroll.debug.Knowledge;
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

    static final List<String> NAMES = names();

    private Views() {}

    private static List<String> names() {
        List<String> names = new ArrayList<>(List.of(STAGE, LANES));
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
        return PanelFigure.of(name).orElseThrow().measure(sample, PanelOptions.DEFAULT);
    }

    private static Viewport viewport(Knowledge knowledge, double width) {
        int t = knowledge.cursor() == 0
                ? 1
                : knowledge.program().at(knowledge.cursor() - 1).t();
        return Viewport.readable(knowledge.trace().steps(), t, width);
    }
}
