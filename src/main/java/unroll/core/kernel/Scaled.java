package unroll.core.kernel;

/** An operand of arithmetic: an array's values times a number, which is set before each use. Working memory. */
public final class Scaled {
    final Operand operand;
    double scale = 1;

    /** Times 1. */
    public Scaled(Operand operand) {
        this.operand = operand;
    }

    public Operand operand() {
        return operand;
    }

    public void setScale(double value) {
        scale = value;
    }

    double at(int index) {
        return scale * operand.data[operand.at + index];
    }
}
