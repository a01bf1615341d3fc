package unroll.plot.tex;

/**
 * Room asked for.
 *
 * @param ems its width, em; may be negative
 */
record Gap(double ems) implements Node {

    @Override
    public Block layout(Setting setting) {
        return Block.space(ems * setting.em());
    }

    /** Never asked: a gap is no neighbour to anyone. */
    @Override
    public AtomClass type() {
        return AtomClass.ORDINARY;
    }
}
