package unroll.debug.measure;

/** How a measured number is compared. Nothing compares with NaN: then no comparison holds. */
public enum Comparison {
    BELOW("<") {
        @Override
        public boolean holds(double left, double right) {
            return left < right;
        }
    },
    AT_MOST("≤") {
        @Override
        public boolean holds(double left, double right) {
            return left <= right;
        }
    },
    ABOVE(">") {
        @Override
        public boolean holds(double left, double right) {
            return left > right;
        }
    },
    AT_LEAST("≥") {
        @Override
        public boolean holds(double left, double right) {
            return left >= right;
        }
    };

    private final String sign;

    Comparison(String sign) {
        this.sign = sign;
    }

    public String sign() {
        return sign;
    }

    public abstract boolean holds(double left, double right);
}
