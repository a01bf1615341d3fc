package unroll.core.op;

/** The non-linear functions, each with its slope written in terms of its own value. */
public enum Activation {
    TANH("tanh", "\\tanh", Scale.SIGNED_UNIT) {
        @Override
        public double value(double a) {
            return Functions.tanh(a);
        }

        @Override
        public double slope(double y) {
            return 1 - y * y;
        }

        @Override
        public String slopePlain(String y, String a) {
            return "(1 − " + y + "²)";
        }

        @Override
        public String slopeTex(String y, String a) {
            return "(1-" + y + "^2)";
        }
    },
    SIGMOID("σ", "\\sigma", Scale.UNIT) {
        @Override
        public double value(double a) {
            return Functions.sigmoid(a);
        }

        @Override
        public double slope(double y) {
            return y * (1 - y);
        }

        @Override
        public String slopePlain(String y, String a) {
            return y + " ⊙ (1 − " + y + ")";
        }

        @Override
        public String slopeTex(String y, String a) {
            return y + " \\odot (1-" + y + ")";
        }
    },
    RELU("relu", "\\mathrm{relu}", Scale.SIGNED) {
        @Override
        public double value(double a) {
            return a > 0 || Double.isNaN(a) ? a : 0;
        }

        /** relu′(0) = 0; y > 0 exactly where a > 0. */
        @Override
        public double slope(double y) {
            return y > 0 ? 1 : 0;
        }

        @Override
        public String slopePlain(String y, String a) {
            return "[" + a + " > 0]";
        }

        @Override
        public String slopeTex(String y, String a) {
            return "[" + a + " > 0]";
        }
    },
    IDENTITY("identity", "", Scale.SIGNED) {
        @Override
        public double value(double a) {
            return a;
        }

        @Override
        public double slope(double y) {
            return 1;
        }

        @Override
        public String slopePlain(String y, String a) {
            return "";
        }

        @Override
        public String slopeTex(String y, String a) {
            return "";
        }
    };

    private final String plain;
    private final String tex;
    private final Scale scale;

    Activation(String plain, String tex, Scale scale) {
        this.plain = plain;
        this.tex = tex;
        this.scale = scale;
    }

    public abstract double value(double a);

    /** φ′(a), from y = φ(a). */
    public abstract double slope(double y);

    /** The slope's formula in the letters of y and a; empty where it is 1. */
    public abstract String slopePlain(String y, String a);

    public abstract String slopeTex(String y, String a);

    /** The largest slope, γ: 1, or 1/4 for the sigmoid (Pascanu, Mikolov and Bengio 2013). */
    public double largestSlope() {
        return this == SIGMOID ? 0.25 : 1;
    }

    public String plain() {
        return plain;
    }

    public String tex() {
        return tex;
    }

    /** The interval of its values. */
    public Scale scale() {
        return scale;
    }

    /** The name in files and commands. */
    public String id() {
        return this == SIGMOID ? "sigmoid" : plain;
    }
}
