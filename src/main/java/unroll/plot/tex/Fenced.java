package unroll.plot.tex;

/**
 * Something between brackets that grow with it.
 *
 * @param left sign on the left, or "." for none
 * @param body what is inside
 * @param right sign on the right, or "." for none
 */
record Fenced(String left, Node body, String right) implements Node {

    @Override
    public Block layout(Setting setting) {
        Block content = body.layout(setting);
        return Delimiter.around(left, content, setting)
                .beside(content)
                .beside(Delimiter.around(right, content, setting));
    }

    @Override
    public AtomClass type() {
        return AtomClass.INNER;
    }
}
