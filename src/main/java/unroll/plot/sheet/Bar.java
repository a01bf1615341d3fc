package unroll.plot.sheet;

import java.awt.Graphics2D;
import java.awt.geom.RoundRectangle2D;
import java.util.Optional;
import unroll.plot.Box;
import unroll.plot.Face;
import unroll.plot.Hit;
import unroll.plot.NumberFormat;
import unroll.plot.Palette;
import unroll.plot.Role;
import unroll.plot.TextLine;
import unroll.plot.tex.Caption;

/** A number as a bar: where it comes from, how large it is beside others, and the number itself. */
public final class Bar implements Row {
    private static final double HEIGHT = 20;
    private static final double THICKNESS = 8;
    private static final double SIZE = 12.5;
    private static final double GAP = 10;
    private static final double LEAST = 2;
    /** The widest number that {@link NumberFormat#format} commonly gives. */
    private static final String WIDEST = "−8.888e−88";

    private final String spoken;
    private final Caption caption;
    private final double value;
    private final double share;
    private final Optional<Hit> hit;

    /**
     * A bar.
     *
     * @param name what it stands for
     * @param largest the magnitude that the longest bar stands for
     * @param tip what is told about it; may be empty
     * @param target where it leads
     */
    public Bar(Saying name, double value, double largest, String tip, Optional<Hit.Target> target) {
        this.spoken = name.spoken() + " " + NumberFormat.format(value);
        this.caption = Caption.of(name.shown(), Face.REGULAR, SIZE);
        this.value = value;
        this.share = largest > 0 && Double.isFinite(value) ? Math.min(1, Math.abs(value) / largest) : 0;
        this.hit = target.map(leads -> new Hit(tip, new Box(0, 0, 0, 0), leads));
    }

    @Override
    public double height(double width) {
        return HEIGHT;
    }

    @Override
    public void paint(Graphics2D g, Box place, Palette palette) {
        TextLine number = TextLine.of(NumberFormat.format(value), Face.REGULAR, SIZE);
        double baseline = place.y() + (HEIGHT + number.ascent()) / 2;
        double numbers = TextLine.of(WIDEST, Face.REGULAR, SIZE).width();
        double names = Math.max(caption.width(), Math.rint(place.width() * 0.27));
        caption.draw(g, place.x(), baseline, palette.color(Role.FOREGROUND));
        number.drawRight(g, place.right(), baseline, palette.color(Role.FOREGROUND));
        double left = place.x() + names + GAP;
        double width = place.right() - numbers - GAP - left;
        double top = place.y() + (HEIGHT - THICKNESS) / 2;
        if (width > THICKNESS) {
            fill(g, new Box(left, top, width, THICKNESS), palette, Role.SUBTLE);
            double length = value == 0 ? 0 : Math.max(LEAST, width * share);
            fill(g, new Box(left, top, length, THICKNESS), palette, value < 0 ? Role.NEGATIVE : Role.POSITIVE);
        }
    }

    private static void fill(Graphics2D g, Box box, Palette palette, Role role) {
        g.setColor(palette.color(role));
        double corner = Math.min(box.width(), box.height());
        g.fill(new RoundRectangle2D.Double(box.x(), box.y(), box.width(), box.height(), corner, corner));
    }

    @Override
    public String text() {
        return spoken;
    }

    @Override
    public Optional<Hit> at(double x, double y, Box place) {
        return link(place);
    }

    @Override
    public Optional<Hit> link(Box place) {
        return hit.map(found -> new Hit(found.text(), place, found.target()));
    }
}
