package unroll.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import unroll.core.data.Examples;
import unroll.core.data.Inputs;
import unroll.core.model.Batch;
import unroll.core.model.Buffer;
import unroll.core.model.Detail;
import unroll.core.model.Execution;
import unroll.core.model.Parameters;
import unroll.core.model.Site;
import unroll.core.tensor.Tensor;
import unroll.experiment.Setup.Part;

/**
 * The units of a vector in many test sequences, each as many steps before its end, sorted by a symbol that the sequence
 * showed earlier: what a unit holds of that symbol can be read off.
 *
 * @param groups in the order of the symbols; none where sequences have no symbols
 */
public record StatesBySymbol(List<Group> groups) {
    private static final int MOST_SEQUENCES = 128;

    /**
     * Sequences with the same symbol.
     *
     * @param states of shape [sequences, units]
     */
    public record Group(String symbol, Tensor states) {
        public int size() {
            return states.extent(0);
        }

        double mean(int unit) {
            double sum = 0;
            for (int i = 0; i < size(); i++) {
                sum += at(i, unit);
            }
            return sum / size();
        }

        double variance(int unit) {
            double mean = mean(unit);
            double sum = 0;
            for (int i = 0; i < size(); i++) {
                sum += (at(i, unit) - mean) * (at(i, unit) - mean);
            }
            return sum / size();
        }

        public double at(int sequence, int unit) {
            return states.at(sequence, unit);
        }
    }

    public StatesBySymbol {
        groups = List.copyOf(groups);
    }

    /**
     * Runs the first test sequences.
     *
     * @param site of the vector
     * @param symbolAt the step t = 1 … of the symbol to sort by; shorter sequences are left out
     * @param before how many steps before the last one the units are looked at; shorter sequences are left out
     */
    public static StatesBySymbol of(Setup setup, Parameters parameters, Site site, int symbolAt, int before) {
        Examples test = setup.data().test();
        if (!(test.inputs() instanceof Inputs.Symbols symbols)) {
            return new StatesBySymbol(List.of());
        }
        Map<Integer, List<double[]>> bySymbol = new TreeMap<>();
        for (int i = 0; i < Math.min(MOST_SEQUENCES, test.size()); i++) {
            int t = test.length(i) - before;
            if (t >= 1 && test.length(i) >= symbolAt) {
                bySymbol.computeIfAbsent(symbols.code(i, symbolAt), any -> new ArrayList<>())
                        .add(units(setup, parameters, i, site, t));
            }
        }
        List<String> names = setup.symbols();
        List<Group> groups = new ArrayList<>();
        bySymbol.forEach((code, rows) -> groups.add(new Group(names.get(code), tensor(rows))));
        return new StatesBySymbol(groups);
    }

    private static double[] units(Setup setup, Parameters parameters, int example, Site site, int t) {
        Batch batch = setup.batch(Part.TEST, example);
        Execution execution = Execution.of(setup.network(), parameters, batch, Detail.TRAINING);
        setup.conditions(1).initialStates().forEach(execution::setInitialState);
        execution.forward();
        Buffer values = execution.values().get(site);
        double[] units = new double[values.width()];
        System.arraycopy(values.data(), values.offset(t, 0), units, 0, units.length);
        return units;
    }

    private static Tensor tensor(List<double[]> rows) {
        int width = rows.get(0).length;
        double[] all = new double[rows.size() * width];
        for (int i = 0; i < rows.size(); i++) {
            System.arraycopy(rows.get(i), 0, all, i * width, width);
        }
        return Tensor.of(all, rows.size(), width);
    }

    /** The number of units of a sequence; 0 where there are no groups. */
    public int units() {
        return groups.isEmpty() ? 0 : groups.get(0).states().extent(1);
    }

    /**
     * How far the first two groups lie apart in a unit: the distance of their means as a multiple of the spread within them,
     * the root of the mean of their variances.
     *
     * @return NaN where there are not two groups
     */
    public double apart(int unit) {
        if (groups.size() < 2) {
            return Double.NaN;
        }
        Group one = groups.get(0);
        Group other = groups.get(1);
        double spread = Math.sqrt((one.variance(unit) + other.variance(unit)) / 2);
        return Math.abs(one.mean(unit) - other.mean(unit)) / spread;
    }
}
