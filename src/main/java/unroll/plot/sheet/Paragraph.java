package unroll.plot.sheet;

import java.awt.Graphics2D;
import java.util.Optional;
import unroll.plot.Box;
import unroll.plot.Hit;
import unroll.plot.Palette;

/** Text of one or more lines, with formulas between dollar signs. */
public final class Paragraph implements Row {
    private final String spoken;
    private final Type type;
    private final WrappedText words;
    private final Optional<Hit.Target> target;

    private Paragraph(Saying saying, Type type, Optional<Hit.Target> target) {
        this.spoken = saying.spoken();
        this.type = type;
        this.words = new WrappedText(saying.shown(), type.face(), type.size());
        this.target = target;
    }

    public static Paragraph of(Saying saying, Type type) {
        return new Paragraph(saying, type, Optional.empty());
    }

    /** Text that leads somewhere. */
    public static Paragraph link(Saying saying, Hit.Target target) {
        return new Paragraph(saying, Type.LINK, Optional.of(target));
    }

    @Override
    public double height(double width) {
        return words.lines(width) * type.leading();
    }

    @Override
    public void paint(Graphics2D g, Box place, Palette palette) {
        double baseline = place.y() + Math.round(type.leading() * 0.75);
        words.paint(g, place.x(), baseline, place.width(), type.leading(), palette.color(type.role()));
    }

    @Override
    public String text() {
        return spoken;
    }

    @Override
    public Optional<Hit> at(double x, double y, Box place) {
        return link(place).filter(hit -> hit.area().contains(x, y));
    }

    @Override
    public Optional<Hit> link(Box place) {
        double width = Math.min(place.width(), words.width());
        Box area = new Box(place.x(), place.y(), width, place.height());
        return target.map(leads -> new Hit("", area, leads));
    }
}
