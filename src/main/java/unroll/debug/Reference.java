package unroll.debug;

import unroll.core.model.Site;

/** Something that a line reads or writes. */
public sealed interface Reference {
    /** The name in files and conditions, such as {@code da.i[9]} or {@code weight_hh_l0}. */
    String id();

    /** A vector's value at a time step; step 0 is the initial state. */
    record Value(Site site, int t, int block) implements Reference {
        @Override
        public String id() {
            return vectorId(site, block) + "[" + t + "]";
        }
    }

    /** The gradient of the loss with respect to a vector at a time step. */
    record Gradient(Site site, int t, int block) implements Reference {
        @Override
        public String id() {
            return "d" + vectorId(site, block) + "[" + t + "]";
        }
    }

    /** A parameter. */
    record Weight(String name) implements Reference {
        @Override
        public String id() {
            return name;
        }
    }

    /** The gradient of the loss with respect to a parameter. */
    record WeightGradient(String name) implements Reference {
        @Override
        public String id() {
            return "d" + name;
        }
    }

    private static String vectorId(Site site, int block) {
        String id = site.quantity().id();
        String name = block < 0 ? id : id + "." + site.quantity().blocks().get(block);
        return name + site.mark();
    }
}
