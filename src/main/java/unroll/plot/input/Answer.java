package unroll.plot.input;

import java.util.List;
import unroll.core.model.Head;
import unroll.core.model.Network;
import unroll.core.model.Site;
import unroll.core.op.Quantity;
import unroll.core.trace.Trace;
import unroll.plot.NumberFormat;

/**
 * What was asked at the end of a sequence and what the network said, in words.
 *
 * @param target a class or numbers
 * @param said the likeliest class with its probability, or numbers
 */
public record Answer(String target, String said) {
    /** More outputs than these are not told one by one. */
    private static final int MOST_NUMBERS = 4;

    /**
     * The answer at the last step of a row.
     *
     * @param names of the outputs
     */
    public static Answer last(Trace trace, int row, List<String> names) {
        Network network = trace.network();
        int t = trace.length(row);
        return network.loss().kind().classifies()
                ? ofClass(trace, row, lossStep(trace, t), names)
                : ofNumbers(trace, row, lossStep(trace, t));
    }

    /** A loss that is read once is read at the end of the batch. */
    private static int lossStep(Trace trace, int length) {
        return trace.hasLossAt(length) ? length : trace.steps();
    }

    private static Answer ofClass(Trace trace, int row, int t, List<String> names) {
        Network network = trace.network();
        Site probabilities = Site.head(Quantity.PROBABILITIES);
        boolean logarithms = network.head() == Head.LOG_SOFTMAX;
        Site read = logarithms ? Site.head(network.head().output()) : probabilities;
        int likeliest = 0;
        for (int k = 1; k < network.outputSize(); k++) {
            likeliest = trace.value(read, t, row, k) > trace.value(read, t, row, likeliest) ? k : likeliest;
        }
        double value = trace.value(read, t, row, likeliest);
        String p = NumberFormat.format(logarithms ? Math.exp(value) : value);
        return new Answer(names.get(trace.targetClass(t, row)), names.get(likeliest) + " (p = " + p + ")");
    }

    private static Answer ofNumbers(Trace trace, int row, int t) {
        Site output = Site.head(trace.network().head().output());
        StringBuilder target = new StringBuilder();
        StringBuilder said = new StringBuilder();
        int outputs = Math.min(MOST_NUMBERS, trace.network().outputSize());
        for (int k = 0; k < outputs; k++) {
            String separator = k == 0 ? "" : ", ";
            target.append(separator).append(NumberFormat.format(trace.target(t, row, k)));
            said.append(separator).append(NumberFormat.format(trace.value(output, t, row, k)));
        }
        String rest = outputs < trace.network().outputSize() ? " …" : "";
        return new Answer(target + rest, said + rest);
    }
}
