package unroll.plot.flow;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import unroll.core.model.Chain;
import unroll.core.model.Direction;
import unroll.core.model.LossSpec;
import unroll.core.model.Network;
import unroll.core.model.Site;
import unroll.core.op.Quantity;
import unroll.debug.Knowledge;
import unroll.debug.KnownVector;
import unroll.debug.Road;
import unroll.plot.Dash;
import unroll.plot.Palette;
import unroll.plot.Role;
import unroll.plot.axis.Frame;
import unroll.plot.chart.Trail;

/**
 * The norm of the part of a state's gradient that comes back on one road.
 *
 * @param site the state
 * @param road where the part comes from
 * @param part what is known of it
 * @param index of the state within its layer, which gives the dashes
 */
record RoadLine(Site site, Road road, KnownVector part, int index) {
    private static final double WIDTH = 1.3;
    private static final double LONE = 6;

    /** All roads to all states of a chain. */
    static List<RoadLine> of(Knowledge knowledge, Chain chain, int row) {
        Network network = knowledge.trace().network();
        List<RoadLine> lines = new ArrayList<>();
        int steps = knowledge.program().steps();
        List<Quantity> states = network.cell().states();
        for (int i = 0; i < states.size(); i++) {
            Site site = chain.site(states.get(i));
            int toHead = network.loss().at() == LossSpec.At.FINAL_STATE
                    ? steps - chain.direction().finalStep(steps)
                    : 0;
            add(lines, new RoadLine(site, Road.LOSS, knowledge.sentBack(site, Chain.HEAD, toHead, row), i));
            for (Direction direction : network.directions()) {
                Chain above = new Chain(chain.layer() + 1, direction);
                add(lines, new RoadLine(site, Road.ABOVE, knowledge.sentBack(site, above, 0, row), i));
            }
            int later = chain.direction().stride();
            add(lines, new RoadLine(site, Road.LATER, knowledge.sentBack(site, chain, later, row), i));
            add(lines, new RoadLine(site, Road.WITHIN, knowledge.sentBack(site, chain, 0, row), i));
        }
        return lines;
    }

    /** Leaves a road out that does not exist. */
    private static void add(List<RoadLine> lines, RoadLine line) {
        for (int t = 0; t < line.slots(); t++) {
            if (line.part.progress(t).isPresent()) {
                lines.add(line);
                return;
            }
        }
    }

    Role role() {
        return switch (road) {
            case LOSS -> Role.SERIES_6;
            case ABOVE -> Role.SERIES_4;
            case LATER, CUT -> Role.SERIES_1;
            case WITHIN -> Role.SERIES_5;
        };
    }

    /** Of a state of a layer that runs backwards, T + 1 is one too. */
    private int slots() {
        return part.steps() + 2;
    }

    /** NaN where nothing has come on this road, or nothing yet. */
    double norm(int t) {
        double norm = part.isKnown(t) ? part.norm(t) : 0;
        return norm == 0 ? Double.NaN : norm;
    }

    Trail trail() {
        return new Trail(slots(), t -> t, this::norm);
    }

    void paint(Graphics2D g, Frame frame, Palette palette) {
        trail().paint(g, frame, palette.color(role()), Dash.of(index).stroke(WIDTH));
        for (int t = 0; t < slots(); t++) {
            boolean alone = !Double.isNaN(norm(t)) && isGap(t - 1) && isGap(t + 1);
            if (alone) {
                // without neighbours a line would not show it
                double x = frame.xOf(t) - LONE / 2;
                g.fill(new Rectangle2D.Double(x, trail().py(frame, t) - LONE / 2, LONE, LONE));
            }
        }
    }

    private boolean isGap(int t) {
        return t < 0 || t >= slots() || Double.isNaN(norm(t));
    }
}
