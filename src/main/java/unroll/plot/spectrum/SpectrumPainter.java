package unroll.plot.spectrum;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import unroll.analysis.JacobianSpectrum.Lag;
import unroll.analysis.Spectrum;
import unroll.plot.Box;
import unroll.plot.Described;
import unroll.plot.Face;
import unroll.plot.Hit;
import unroll.plot.NumberFormat;
import unroll.plot.Painter;
import unroll.plot.Palette;
import unroll.plot.Role;
import unroll.plot.Tabular;
import unroll.plot.Wording;
import unroll.plot.chart.WrappedCaption;
import unroll.plot.lanes.Crisp;
import unroll.plot.tex.Caption;

/**
 * The recurrent matrix on the left, by its eigenvalues, with its numbers and what follows from them below; what the
 * steps really did on the right, by the singular values of the Jacobian product.
 */
public final class SpectrumPainter implements Painter, Tabular, Described {
    private static final double PAD = 12;
    private static final double TEXT_SIZE = 12;
    private static final double LINE = 19;
    private static final int BLOCKS_A_LINE = 2;
    private static final double BLOCK_PITCH = 205;

    /** The part of the width that the plane of eigenvalues takes. */
    private static final double PLANE_SHARE = 0.4;

    private final SpectrumView view;
    private final Wording wording;
    private final EigenvaluePlane plane;
    private final SingularPlot singular;

    public SpectrumPainter(SpectrumView view, Wording wording) {
        this.view = view;
        this.wording = wording;
        this.plane = new EigenvaluePlane(view.matrix(), view.outlook(), wording);
        this.singular = new SingularPlot(view.products(), view.outlook(), wording);
    }

    private record Layout(Box plane, Box words, Box singular) {}

    private Layout layout(double width, double height) {
        int lines = numberLines() + verdict(width).lines().size();
        double below = lines * LINE + PAD;
        double top = height - below;
        double left = Math.min(PLANE_SHARE * width, top + PAD);
        return new Layout(
                new Box(PAD, PAD, left - 2 * PAD, top - PAD),
                new Box(PAD, top, width - 2 * PAD, below),
                new Box(left, 0, width - left, top));
    }

    @Override
    public void paint(Graphics2D g, double width, double height, Palette palette) {
        Crisp.fill(g, new Box(0, 0, width, height), palette.color(Role.BACKGROUND));
        Layout layout = layout(width, height);
        plane.paint(g, layout.plane(), palette);
        singular.paint(g, layout.singular(), palette);
        double y = layout.words().y() + LINE;
        paintNumbers(g, layout.words().x(), y, palette);
        verdict(width).draw(g, layout.words().x(), y + numberLines() * LINE, LINE, palette.color(Role.MUTED));
    }

    private boolean isGated() {
        return view.matrix().blocks().size() > 1;
    }

    private int numberLines() {
        return (view.matrix().blocks().size() + BLOCKS_A_LINE - 1) / BLOCKS_A_LINE;
    }

    /** Radius and largest singular value of each block; of several with the colours of their eigenvalues. */
    private void paintNumbers(Graphics2D g, double x, double y, Palette palette) {
        Color color = palette.color(Role.FOREGROUND);
        if (!isGated()) {
            Caption.of(tex(view.matrix().blocks().get(0)), Face.MEDIUM, TEXT_SIZE)
                    .draw(g, x, y, color);
            return;
        }
        for (int i = 0; i < view.matrix().blocks().size(); i++) {
            Caption numbers = Caption.of(tex(view.matrix().blocks().get(i)), Face.REGULAR, TEXT_SIZE);
            double left = x + i % BLOCKS_A_LINE * BLOCK_PITCH;
            double baseline = y + Math.floorDiv(i, BLOCKS_A_LINE) * LINE;
            double dot = EigenvaluePlane.DOT;
            g.setColor(palette.color(Role.series(i)));
            g.fill(new Ellipse2D.Double(left, baseline - numbers.ascent() / 2 - dot / 2, dot, dot));
            numbers.draw(g, left + dot + PAD / 2, baseline, color);
        }
    }

    private String tex(Spectrum.Block block) {
        String letter = block.gate().isEmpty() ? "U" : "U_{" + block.gate() + "}";
        String numbers = "$\\rho(" + letter + ") = " + NumberFormat.format(block.spectralRadius()) + "$,  $\\|" + letter
                + "\\| = " + NumberFormat.format(block.sigmaMax()) + "$";
        return view.outlook()
                .map(outlook -> numbers + ",  $1/\\gamma = " + NumberFormat.format(outlook.threshold()) + "$")
                .orElse(numbers);
    }

    private WrappedCaption verdict(double width) {
        return WrappedCaption.of(wording.text("spectrum." + verdict()), Face.REGULAR, TEXT_SIZE, width - 2 * PAD);
    }

    private String verdict() {
        return view.outlook()
                .map(outlook ->
                        outlook.verdict().name().toLowerCase(Locale.ROOT) + (outlook.constantSlope() ? "Linear" : ""))
                .orElse("gated");
    }

    @Override
    public Optional<Hit> at(double x, double y, double width, double height) {
        Layout layout = layout(width, height);
        return x < layout.singular().x() ? plane.at(x, y, layout.plane()) : singular.at(x, y, layout.singular());
    }

    @Override
    public String description() {
        String numbers =
                view.matrix().blocks().stream().map(SpectrumPainter::plain).collect(Collectors.joining("; "));
        return numbers + ". " + wording.text("spectrum.plain." + verdict());
    }

    private static String plain(Spectrum.Block block) {
        String letter = block.gate().isEmpty() ? "U" : "U_" + block.gate();
        return letter + ": ρ = " + NumberFormat.format(block.spectralRadius()) + ", ‖" + letter + "‖ = "
                + NumberFormat.format(block.sigmaMax());
    }

    /** The singular values by lag. */
    @Override
    public List<String> header() {
        int most = view.products().lags().get(0).singularValues().size();
        return Stream.concat(Stream.of("lag"), IntStream.rangeClosed(1, most).mapToObj(i -> "singular value " + i))
                .collect(Collectors.toList());
    }

    /** What rounding drowns is empty. */
    @Override
    public Stream<List<String>> rows() {
        return view.products().lags().stream().map(SpectrumPainter::row);
    }

    private static List<String> row(Lag lag) {
        List<String> cells = new ArrayList<>(List.of(Integer.toString(lag.lag())));
        for (int i = 0; i < lag.singularValues().size(); i++) {
            cells.add(
                    i < lag.resolved() ? NumberFormat.exact(lag.singularValues().at(i)) : "");
        }
        return cells;
    }
}
