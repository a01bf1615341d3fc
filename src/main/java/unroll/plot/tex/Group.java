package unroll.plot.tex;

import java.util.List;

/**
 * Parts side by side, with the space between them that their classes ask for.
 *
 * @param parts from left to right
 */
record Group(List<Part> parts) implements Node {

    /** A node and the piece of the source it came from. */
    record Part(Node node, Mark.Span span) {}

    Group {
        parts = List.copyOf(parts);
    }

    @Override
    public Block layout(Setting setting) {
        Block line = Block.EMPTY;
        AtomClass left = null;
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            Block block = part.node().layout(setting).named(part.span());
            if (part.node() instanceof Gap) {
                line = line.beside(block);
                continue;
            }
            AtomClass type = typeAt(i, left);
            double space = left == null ? 0 : left.spaceTo(type, setting.style().isScript());
            // slanted ink must not touch what follows
            double room = line.overhang() + space * setting.em();
            line = line.beside(block.shifted(room));
            left = type;
        }
        return line.withWidth(line.width() + line.overhang());
    }

    /** A group stands for its only part, so that {@code {x}_t} is one symbol as {@code x_t} is. */
    @Override
    public boolean isSymbol() {
        return parts.size() == 1 && parts.get(0).node().isSymbol();
    }

    @Override
    public AtomClass type() {
        return AtomClass.ORDINARY;
    }

    /** A plus or minus without something to add to is a sign. */
    private AtomClass typeAt(int index, AtomClass left) {
        AtomClass type = parts.get(index).node().type();
        if (type != AtomClass.BINARY) {
            return type;
        }
        boolean sign = AtomClass.makesSign(left) || AtomClass.makesSignBefore(typeAfter(index));
        return sign ? AtomClass.ORDINARY : AtomClass.BINARY;
    }

    private AtomClass typeAfter(int index) {
        return parts.stream()
                .skip(index + 1L)
                .map(Part::node)
                .filter(node -> !(node instanceof Gap))
                .map(Node::type)
                .findFirst()
                .orElse(null);
    }
}
