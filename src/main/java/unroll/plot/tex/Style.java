package unroll.plot.tex;

/** TeX's four styles, by how large they are set. */
enum Style {
    DISPLAY(1),
    TEXT(1),
    SCRIPT(0.7),
    SCRIPT_SCRIPT(0.5);

    private final double scale;

    Style(double scale) {
        this.scale = scale;
    }

    double scale() {
        return scale;
    }

    boolean isScript() {
        return this == SCRIPT || this == SCRIPT_SCRIPT;
    }

    Style ofScripts() {
        return isScript() ? SCRIPT_SCRIPT : SCRIPT;
    }

    Style ofFractionParts() {
        return this == DISPLAY ? TEXT : ofScripts();
    }
}
