package unroll.analysis;

import unroll.core.model.Chain;
import unroll.core.model.Section;
import unroll.core.model.Site;
import unroll.core.op.Quantity;
import unroll.core.trace.Trace;

/** What the cell of a chain reads as its input in a trace: x, or the states below, or what dropout left of them. */
record ChainInput(Trace trace, Chain chain) {
    private boolean drops() {
        return trace.network().stack().dropout().acts(chain.layer());
    }

    int width() {
        return trace.network().inputWidth(chain.layer());
    }

    /** The input of one row at a step. */
    double[] at(int t, int row) {
        double[] x = new double[width()];
        if (drops()) {
            read(new Section(chain.site(Quantity.DROPPED_INPUT), 0, 0, x.length), t, row, x);
        } else {
            trace.network().inputOf(chain).forEach(section -> read(section, t, row, x));
        }
        return x;
    }

    private void read(Section section, int t, int row, double[] x) {
        for (int unit = 0; unit < section.width(); unit++) {
            x[section.from() + unit] = trace.value(section.site(), t + section.shift(), row, unit);
        }
    }

    /** The mean over the steps of one row. */
    double[] mean(int row) {
        double[] mean = new double[width()];
        for (int t = 1; t <= trace.steps(); t++) {
            double[] x = at(t, row);
            for (int unit = 0; unit < mean.length; unit++) {
                mean[unit] += x[unit] / trace.steps();
            }
        }
        return mean;
    }

    /**
     * Takes gradients of the input back through dropout.
     *
     * @param gradients of shape [copies, units], changed in place
     */
    void mask(double[] gradients, int t, int row) {
        if (drops()) {
            Site mask = new Site(chain.layer(), Quantity.MASK);
            for (int i = 0; i < gradients.length; i++) {
                gradients[i] *= trace.value(mask, t, row, i % width());
            }
        }
    }
}
