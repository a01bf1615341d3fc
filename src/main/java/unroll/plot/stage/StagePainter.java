package unroll.plot.stage;

import java.awt.Graphics2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import unroll.core.model.Network;
import unroll.core.model.Phase;
import unroll.core.model.Site;
import unroll.core.op.Quantity;
import unroll.debug.Knowledge;
import unroll.debug.KnownVector;
import unroll.plot.Box;
import unroll.plot.Hit;
import unroll.plot.NumberFormat;
import unroll.plot.Painter;
import unroll.plot.Palette;
import unroll.plot.Role;
import unroll.plot.Tabular;
import unroll.plot.Wording;
import unroll.plot.lanes.ColumnLayout;
import unroll.plot.lanes.Crisp;
import unroll.plot.lanes.CurrentLine;
import unroll.plot.lanes.StepTicks;
import unroll.plot.lanes.StripColors;

/**
 * The unrolled network: columns of time steps; from bottom to top the input, the layers' states and the output, with the
 * loss where it is read. Values are heat maps; edges are blue lines once a value has gone along and orange bars, as wide
 * as the logarithm of its norm, once a gradient has come back.
 */
public final class StagePainter implements Painter, Tabular {
    private static final double BAND_CORNER = 6;
    private static final double LEAST_BAND = 3;

    private final StageView view;
    private final Wording wording;
    private final Knowledge knowledge;
    private final Network network;
    private final StagePlan plan;
    private final Optional<CurrentLine> current;

    public StagePainter(StageView view, Wording wording) {
        this.view = view;
        this.wording = wording;
        this.knowledge = view.knowledge();
        this.network = knowledge.trace().network();
        this.plan = StagePlan.of(knowledge, view.row());
        this.current = CurrentLine.of(knowledge);
    }

    private StageLayout layout(double width, double height) {
        return StageLayout.of(plan.tiers(), ColumnLayout.of(width, view.viewport()), height, view.placing());
    }

    private OptionalInt step() {
        return current.map(CurrentLine::step).orElse(OptionalInt.empty());
    }

    private boolean isBackward() {
        return knowledge.cursor() > knowledge.program().start(Phase.BACKWARD);
    }

    @Override
    public void paint(Graphics2D g, double width, double height, Palette palette) {
        Crisp.fill(g, new Box(0, 0, width, height), palette.color(Role.BACKGROUND));
        StageLayout layout = layout(width, height);
        step().ifPresent(t -> paintBand(g, layout, t, palette));
        StageEdges edges = new StageEdges(plan, layout);
        Optional<LitLine> lit = current.map(line -> new LitLine(line, edges));
        lit.ifPresent(line -> line.paintGlow(g, new EdgePainter(palette, layout.edgeWidth())));
        new RoadPainter(edges, isBackward(), palette).paint(g);
        StripColors colors = new StripColors(palette);
        CellsPainter cells = new CellsPainter(layout, step(), colors);
        cells.paint(g);
        new LossMarkers(knowledge, view.row(), plan, layout).paint(g, step(), colors);
        lit.ifPresent(line -> line.paintRings(g, palette));
        view.selected().ifPresent(target -> cells.paintSelected(g, target));
        paintSurroundings(g, layout, width, colors);
        if (view.pulse().isPresent()) {
            lit.ifPresent(line -> line.paintPulse(g, view.pulse().getAsDouble(), palette));
        }
    }

    /** What stands around the columns: names, legends, numbers and keys. */
    private void paintSurroundings(Graphics2D g, StageLayout layout, double width, StripColors colors) {
        Palette palette = colors.palette();
        new TierLabels(plan, layout, wording, colors).paint(g, view.highlighted());
        StageHeader header = new StageHeader(network, wording, palette);
        double end = header.paintLine(g, StageHeader.LEFT, current);
        if (isBackward()) {
            header.paintWidths(g, layout.edgeWidth(), end, width);
        }
        new StepTicks(layout.columns()).paint(g, layout.floor(), step(), palette);
        if (layout.placing().isMapped()) {
            new StageMap(knowledge, view.row(), wording).paint(g, layout, step(), palette);
        }
        if (!layout.placing().isKeyed()) {
            return;
        }
        new StageKey(g, layout, knowledge.trace().truncation().exists(), wording, palette)
                .row(current)
                .paint(g, layout.columns().left(), width, layout.keyTop(), palette);
    }

    private void paintBand(Graphics2D g, StageLayout layout, int t, Palette palette) {
        ColumnLayout columns = layout.columns();
        if (columns.viewport().contains(t)) {
            double width = Math.max(LEAST_BAND, columns.pitch());
            double bottom = layout.floor() + StepTicks.HEIGHT;
            g.setColor(palette.color(Role.ACCENT_SOFT));
            g.fill(new RoundRectangle2D.Double(
                    columns.center(t) - width / 2,
                    StageLayout.HEADER + 2,
                    width,
                    bottom - StageLayout.HEADER - 2,
                    BAND_CORNER,
                    BAND_CORNER));
        }
    }

    @Override
    public Optional<Hit> at(double x, double y, double width, double height) {
        return new StageHits(view, new StageEdges(plan, layout(width, height)), wording).at(x, y);
    }

    /** The step that the map shows at a place, or beyond its ends the nearest; for what is dragged along it. */
    public int mappedStep(double x, double width) {
        ColumnLayout columns = ColumnLayout.of(width, view.viewport());
        int steps = view.viewport().steps();
        int t = (int) Math.floor((x - columns.left()) / (columns.right() - columns.left()) * (steps + 1));
        return Math.max(0, Math.min(steps, t));
    }

    /** The step, the loss read there, and for each edge the norm of the gradient that came back along it. */
    @Override
    public List<String> header() {
        List<String> header = new ArrayList<>(List.of("t", "L"));
        plan.roads().forEach(road -> header.add(roadName(road)));
        return header;
    }

    private String roadName(Road road) {
        String gradient = "d" + plan.laneId(road.site());
        if (!road.isRecurrent()) {
            return gradient + " from above";
        }
        return gradient + (road.later() > 0 ? " from t+1" : " from t-1");
    }

    /** One row a step from 0; what is not known or not there is empty. */
    @Override
    public Stream<List<String>> rows() {
        KnownVector loss = knowledge.values(Site.head(Quantity.LOSS), view.row());
        return IntStream.rangeClosed(0, knowledge.trace().steps()).mapToObj(t -> {
            List<String> cells = new ArrayList<>();
            cells.add(Integer.toString(t));
            cells.add(loss.isKnown(t) ? NumberFormat.exact(loss.at(t, 0)) : "");
            for (Road road : plan.roads()) {
                boolean known = road.sentBack().isKnown(t);
                cells.add(known ? NumberFormat.exact(road.sentBack().norm(t)) : "");
            }
            return cells;
        });
    }
}
