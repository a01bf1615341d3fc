package unroll.plot.flow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import unroll.core.model.Network;
import unroll.core.model.Site;
import unroll.core.tensor.Norms;
import unroll.core.trace.Trace;
import unroll.debug.Knowledge;
import unroll.debug.Position;
import unroll.debug.Progress;
import unroll.plot.NumberFormat;

/**
 * ‖∂L/∂s_t‖ of every state s over the steps t = 0 (the initial state) … T, for one row, as far as it is summed at the cursor.
 *
 * @param lines one a state and layer
 * @param steps T
 * @param step where the cursor stands; empty before the first line
 */
public record GradientFlow(List<Line> lines, int steps, OptionalInt step) {
    /**
     * The gradient of one state.
     *
     * @param letter of the state in plain text, with its layer where there are several: {@code h}, {@code c2}
     * @param caption with its letter as a formula
     * @param points of the steps that are known, t rising
     */
    public record Line(String letter, String caption, List<Point> points) {
        public Line {
            points = List.copyOf(points);
        }
    }

    /**
     * One step.
     *
     * @param norm over the units
     * @param progress how many of its increments are in
     */
    public record Point(int t, double norm, Progress progress) {}

    public GradientFlow {
        lines = List.copyOf(lines);
    }

    /** What is known of a row of the trace. */
    public static GradientFlow of(Knowledge knowledge, int row) {
        Trace trace = knowledge.trace();
        Network network = trace.network();
        List<Line> lines = trace.sites().stream()
                .filter(site -> site.quantity().carried())
                .sorted(Comparator.comparingInt(Site::layer))
                .map(site -> new Line(letter(site, network), caption(site, network), points(knowledge, site, row)))
                .toList();
        return new GradientFlow(lines, trace.steps(), step(knowledge));
    }

    /** The norms of the earliest step that is known, where going back has come to, in plain text. */
    public String plain() {
        StringBuilder text = new StringBuilder();
        for (Line line : lines) {
            if (!line.points().isEmpty()) {
                Point first = line.points().get(0);
                text.append("‖∂L/∂").append(line.letter()).append("‖ = ").append(NumberFormat.format(first.norm()));
                text.append(", t = ").append(first.t()).append("; ");
            }
        }
        return text.toString();
    }

    private static OptionalInt step(Knowledge knowledge) {
        if (knowledge.cursor() == 0) {
            return OptionalInt.empty();
        }
        Position here = knowledge.program().at(knowledge.cursor() - 1);
        return OptionalInt.of(here.t());
    }

    private static String letter(Site site, Network network) {
        String letter = site.quantity().plain();
        return network.layers() == 1 ? letter : letter + (site.layer() + 1);
    }

    private static String caption(Site site, Network network) {
        String norm = "$\\left\\|\\partial L/\\partial " + site.quantity().tex() + "_t\\right\\|$";
        return network.layers() == 1 ? norm : norm + " " + (site.layer() + 1);
    }

    private static List<Point> points(Knowledge knowledge, Site site, int row) {
        List<Point> points = new ArrayList<>();
        for (int t = 0; t <= knowledge.trace().steps(); t++) {
            Progress progress = knowledge.gradientProgress(site, t);
            if (!progress.isUnknown()) {
                points.add(new Point(t, norm(knowledge, site, t, row), progress));
            }
        }
        return points;
    }

    private static double norm(Knowledge knowledge, Site site, int t, int row) {
        if (knowledge.gradientProgress(site, t).isComplete()) {
            return knowledge.trace().gradientNorm(site, t, row);
        }
        double[] values = new double[knowledge.trace().width(site)];
        for (int unit = 0; unit < values.length; unit++) {
            values[unit] = knowledge.gradient(site, t, row, unit).orElseThrow();
        }
        return Norms.euclidean(values, 0, values.length);
    }
}
