package unroll.plot.tex;

import java.util.Optional;

/**
 * Something with a subscript, a superscript or both.
 *
 * @param base what carries them
 * @param below the subscript or lower limit
 * @param above the superscript or upper limit
 */
record Scripts(Node base, Optional<Node> below, Optional<Node> above) implements Node {
    /** Heights in em, TeX's font parameters sup1…3, sub1, sub2, sup_drop, sub_drop. */
    private static final double SUP_DISPLAY = 0.413;

    private static final double SUP_TEXT = 0.363;
    private static final double SUP_CRAMPED = 0.289;
    private static final double SUB_ALONE = 0.15;
    private static final double SUB_UNDER_SUP = 0.247;
    private static final double SUP_DROP = 0.386;
    private static final double SUB_DROP = 0.05;

    /** Room behind scripts, em. */
    private static final double SCRIPT_SPACE = 0.05;

    private static final double LIMIT_GAP_ABOVE = 0.111;
    private static final double LIMIT_GAP_BELOW = 0.167;

    @Override
    public Block layout(Setting setting) {
        Block block = base.takesLimits(setting) ? stacked(setting) : behind(setting);
        return isSymbol() ? block.unnamed() : block;
    }

    @Override
    public AtomClass type() {
        return base.type();
    }

    @Override
    public boolean isSymbol() {
        return base.isSymbol();
    }

    private Block behind(Setting setting) {
        Block nucleus = base.layout(setting);
        Optional<Block> sub = below.map(node -> node.layout(setting.subscript()));
        Optional<Block> sup = above.map(node -> node.layout(setting.superscript()));
        double drop = sub.map(block -> subscriptDrop(setting, nucleus, block, sup.isPresent()))
                .orElse(0.0);
        double rise = sup.map(block -> superscriptRise(setting, nucleus, block)).orElse(0.0);
        if (sub.isPresent() && sup.isPresent()) {
            // the two keep apart, and share what it takes
            double clearance = rise - sup.get().descent() - (sub.get().ascent() - drop);
            drop += Math.max(0, 4 * setting.rule() - clearance);
        }
        // a superscript stands behind the slant, a subscript under it
        Block superscript = sup.orElse(Block.EMPTY).shifted(nucleus.overhang()).lowered(-rise);
        Block scripts = sub.orElse(Block.EMPTY).lowered(drop).over(superscript);
        Block both = nucleus.beside(scripts);
        return both.withWidth(both.width() + SCRIPT_SPACE * setting.em());
    }

    private double superscriptRise(Setting setting, Block nucleus, Block sup) {
        double normal = setting.cramped() ? SUP_CRAMPED : setting.isDisplay() ? SUP_DISPLAY : SUP_TEXT;
        double rise = Math.max(normal * setting.em(), sup.descent() + Setting.X_HEIGHT / 4 * setting.em());
        return isCharacter()
                ? rise
                : Math.max(
                        rise,
                        nucleus.ascent() - SUP_DROP * setting.superscript().em());
    }

    private double subscriptDrop(Setting setting, Block nucleus, Block sub, boolean withSup) {
        double normal = withSup ? SUB_UNDER_SUP : SUB_ALONE;
        double drop = Math.max(normal * setting.em(), sub.ascent() - Setting.X_HEIGHT * 4 / 5 * setting.em());
        return isCharacter()
                ? drop
                : Math.max(
                        drop, nucleus.descent() + SUB_DROP * setting.subscript().em());
    }

    /** Scripts of one character stand at fixed heights, so that all of a line's scripts are level. */
    private boolean isCharacter() {
        return base instanceof Glyph || base instanceof Words || base instanceof Accented;
    }

    private Block stacked(Setting setting) {
        Block nucleus = base.layout(setting);
        Optional<Block> lower = below.map(node -> node.layout(setting.subscript()));
        Optional<Block> upper = above.map(node -> node.layout(setting.superscript()));
        double width = Math.max(
                nucleus.width(),
                Math.max(
                        lower.map(Block::width).orElse(0.0),
                        upper.map(Block::width).orElse(0.0)));
        Block all = nucleus.centeredIn(width);
        if (upper.isPresent()) {
            double gap = nucleus.ascent() + LIMIT_GAP_ABOVE * setting.em();
            all = all.over(
                    upper.get().centeredIn(width).lowered(-gap - upper.get().descent()));
        }
        if (lower.isPresent()) {
            double gap = nucleus.descent() + LIMIT_GAP_BELOW * setting.em();
            all = all.over(
                    lower.get().centeredIn(width).lowered(gap + lower.get().ascent()));
        }
        return all;
    }
}
