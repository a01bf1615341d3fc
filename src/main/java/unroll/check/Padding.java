package unroll.check;

import java.util.Arrays;
import java.util.Set;
import unroll.core.model.Batch;
import unroll.io.CaseFile;

/**
 * Where a packed batch is padded: there the state stands still, and what lies between it and the inputs is not defined.
 *
 * @param batch whose rows end at their own lengths; others have no padding
 */
record Padding(Batch batch, boolean packed) {
    private static final Set<String> UNDEFINED = Set.of("pre", "gates", "dpre", "logits", "outputs");

    static Padding of(CaseFile given) {
        return new Padding(given.batch(), given.network().packed());
    }

    /** Takes the numbers that are not defined out of a comparison: they become NaN. */
    void mask(String path, double[] expected) {
        boolean masked = packed && Arrays.stream(path.split("[.\\[\\]]")).anyMatch(UNDEFINED::contains);
        if (!masked) {
            return;
        }
        int places = batch.steps() * batch.rows();
        int width = expected.length / places;
        for (int i = 0; i < width * places; i++) {
            int t = i / width / batch.rows() + 1;
            if (t > batch.length(i / width % batch.rows())) {
                expected[i] = Double.NaN;
            }
        }
    }
}
