package unroll.plot.tex;

/**
 * A square root.
 *
 * @param body what stands under it
 */
record Radical(Node body) implements Node {
    private static final String ROOT = "\u221a";

    /** The bar laps over the hook, or a seam shows between them, px. */
    private static final double OVERLAP = 0.3;

    @Override
    public Block layout(Setting setting) {
        Block content = body.layout(setting.crampedHere());
        double rule = setting.rule();
        double gap = rule + (setting.isDisplay() ? Setting.X_HEIGHT * setting.em() : rule) / 4;
        Block hook = Delimiter.atLeast(ROOT, content.height() + gap + rule, setting.em());
        double spare = Math.max(0, hook.height() - content.height() - gap - rule);
        double barBottom = content.ascent() + gap + spare / 2;
        Block sign = hook.lowered(hook.ascent() - barBottom - rule);
        double hookEnd = hook.width() + hook.overhang();
        Block bar = Block.rule(content.width() + OVERLAP, rule, barBottom).shifted(hookEnd - OVERLAP);
        return sign.over(bar).over(content.shifted(hookEnd));
    }

    @Override
    public AtomClass type() {
        return AtomClass.ORDINARY;
    }
}
