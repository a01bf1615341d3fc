package unroll.plot.tex;

/**
 * Something that behaves as if it were something else: {@code \mathrel{+}}, or a font style for a part.
 *
 * @param body what is shown
 * @param type what it counts as
 */
record Reclassed(Node body, AtomClass type) implements Node {

    @Override
    public Block layout(Setting setting) {
        Block block = body.layout(setting);
        return isSymbol() ? block.unnamed() : block;
    }

    @Override
    public boolean isSymbol() {
        return body.isSymbol();
    }
}
