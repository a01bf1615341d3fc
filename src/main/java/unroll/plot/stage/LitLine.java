package unroll.plot.stage;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import unroll.core.model.Site;
import unroll.core.op.Quantity;
import unroll.debug.Reference;
import unroll.plot.Box;
import unroll.plot.Palette;
import unroll.plot.lanes.CurrentLine;

/**
 * Brings out the line that has just run: the cells that it read and wrote, and the edges between them.
 *
 * @param line which
 * @param edges where cells and edges lie
 */
record LitLine(CurrentLine line, StageEdges edges) {
    /** How far the ring of a pulse that stays within its cell spreads, px. */
    private static final double RING = 9;

    /** A vector or its gradient at a step. */
    private record Spot(Site site, int t, boolean gradient) {
        static Optional<Spot> of(Reference reference) {
            if (reference instanceof Reference.Value value) {
                return Optional.of(new Spot(value.site(), value.t(), false));
            }
            if (reference instanceof Reference.Gradient gradient) {
                return Optional.of(new Spot(gradient.site(), gradient.t(), true));
            }
            return Optional.empty();
        }
    }

    /** The ways from what is read to what is written, in the direction of travel; empty if they are the same place. */
    List<Segment> ways() {
        Set<Segment> along = new LinkedHashSet<>();
        Set<Segment> within = new LinkedHashSet<>();
        Set<Spot> written = spots(line.flow().writes());
        for (Spot target : written) {
            for (Spot source : sources(target)) {
                way(source, target).ifPresent(along::add);
                inside(source, target).ifPresent(within::add);
            }
        }
        return List.copyOf(along.isEmpty() ? within : along);
    }

    /** Values come from values and gradients from gradients; the first of those comes from the loss. */
    private List<Spot> sources(Spot target) {
        List<Spot> sources = spots(line.flow().reads()).stream()
                .filter(read -> read.gradient() == target.gradient())
                .toList();
        boolean fromLoss = target.gradient() && sources.isEmpty();
        return fromLoss ? List.of(new Spot(Site.head(Quantity.LOSS), target.t(), true)) : sources;
    }

    private static Set<Spot> spots(Set<Reference> references) {
        Set<Spot> spots = new LinkedHashSet<>();
        references.forEach(reference -> Spot.of(reference).ifPresent(spots::add));
        return spots;
    }

    private Optional<Segment> way(Spot read, Spot written) {
        Place from = edges.plan().place(read.site());
        Place to = edges.plan().place(written.site());
        if (!written.gradient()) {
            return edges.plan().road(from, to, written.t() - read.t()).flatMap(road -> edges.segment(road, read.t()));
        }
        return edges.plan()
                .road(to, from, read.t() - written.t())
                .flatMap(road -> edges.segment(road, written.t()))
                .map(Segment::reversed);
    }

    /** From one strip of a cell to another, or between a strip and what has none. */
    private Optional<Segment> inside(Spot read, Spot written) {
        Place from = edges.plan().place(read.site());
        Place to = edges.plan().place(written.site());
        boolean moves = from.sharesCell(to) && !from.equals(to) && read.t() == written.t();
        if (!moves || !isShown(read)) {
            return Optional.empty();
        }
        return Optional.of(Segment.between(edges.cell(from, read.t()), edges.cell(to, written.t())));
    }

    private boolean isShown(Spot spot) {
        return edges.layout().columns().viewport().contains(spot.t());
    }

    /** Under the cells: a glow along the ways. */
    void paintGlow(Graphics2D g, EdgePainter painter) {
        ways().forEach(way -> painter.paintHalo(g, way, 2, line.role()));
    }

    /** Over the cells: a dashed ring around what was read, a strong one around what was written. */
    void paintRings(Graphics2D g, Palette palette) {
        new Rings(boxes(line.flow().reads()), boxes(line.flow().writes())).paint(g, line.role(), palette);
    }

    private Set<Box> boxes(Set<Reference> references) {
        Set<Box> boxes = new LinkedHashSet<>();
        for (Spot spot : spots(references)) {
            if (isShown(spot)) {
                boxes.add(edges.cell(edges.plan().place(spot.site()), spot.t()));
            }
        }
        return boxes;
    }

    /** A light that travels the ways; a line that stays in its place, or writes to parameters, sends a ring out of it. */
    void paintPulse(Graphics2D g, double position, Palette palette) {
        List<Segment> ways = ways();
        for (Segment way : ways) {
            new Light(way.at(position * way.length(), 0)).paint(g, line.role(), palette);
        }
        if (ways.isEmpty()) {
            Set<Box> written = boxes(line.flow().writes());
            for (Box box : written.isEmpty() ? boxes(line.flow().reads()) : written) {
                g.setColor(palette.color(line.role(), 0.7 * (1 - position)));
                g.setStroke(new BasicStroke(2));
                g.draw(new RoundFrame(box).ring(2 + RING * position));
            }
        }
    }
}
