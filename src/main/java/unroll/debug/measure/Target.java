package unroll.debug.measure;

import unroll.core.model.ParameterLayout;
import unroll.core.model.Site;
import unroll.core.op.Scale;

/** What a name stands for in a network. */
public sealed interface Target {
    /** How many numbers it has. */
    int units();

    /** The interval of its values. */
    Scale scale();

    /**
     * A vector, or one block of it.
     *
     * @param first its first unit
     */
    record Vector(Site site, int first, int units) implements Target {
        @Override
        public Scale scale() {
            return site.quantity().scale();
        }
    }

    /** A parameter, in the order in which its entries lie. */
    record Parameter(ParameterLayout.Entry entry) implements Target {
        @Override
        public int units() {
            return entry.size();
        }

        @Override
        public Scale scale() {
            return Scale.SIGNED;
        }
    }

    /** The loss of all steps together. */
    record TotalLoss() implements Target {
        @Override
        public int units() {
            return 1;
        }

        @Override
        public Scale scale() {
            return Scale.POSITIVE;
        }
    }
}
