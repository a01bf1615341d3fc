package unroll.core.trace;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import unroll.core.model.ParameterLayout;
import unroll.core.model.Parameters;
import unroll.core.op.UpdateLine;
import unroll.core.op.UpdateVariable;
import unroll.core.optim.OptimizerState;
import unroll.core.optim.UpdateProgram;
import unroll.core.optim.UpdateRule;
import unroll.core.tensor.Norms;
import unroll.core.tensor.Tensor;

/**
 * One update of the parameters from a trace's gradient, with every variable's value after each of its lines. Immutable;
 * the trace's own parameters stay as they are.
 */
public final class UpdateTrace {
    private record Written(int afterLine, Tensor values) {}

    private final Parameters before;
    private final ParameterLayout layout;
    private final List<UpdateLine> lines;
    private long iteration;
    private final Map<UpdateVariable, List<Written>> history = new EnumMap<>(UpdateVariable.class);

    private UpdateTrace(Parameters before, List<UpdateLine> lines) {
        this.before = before;
        this.layout = before.layout();
        this.lines = List.copyOf(lines);
    }

    /**
     * Runs the rule's lines one by one on copies.
     *
     * @param state what the optimiser carries from earlier iterations; empty for the first
     */
    public static UpdateTrace of(Trace trace, UpdateRule rule, Optional<OptimizerState> state) {
        ParameterLayout layout = trace.parameters().layout();
        double[] weights = trace.parameters().toArray();
        double[] gradient = trace.parameterGradients().toArray();
        UpdateProgram program = new UpdateProgram(rule, layout, weights, gradient);
        state.ifPresent(program::restore);
        UpdateTrace update = new UpdateTrace(trace.parameters(), program.lines());
        program.variables().stream()
                .filter(variable -> variable.lifetime() != UpdateVariable.Lifetime.FRESH)
                .forEach(variable -> update.note(program, variable, 0));
        program.begin();
        update.iteration = program.iteration();
        for (int line = 0; line < update.lines.size(); line++) {
            program.run(line);
            update.note(program, update.lines.get(line).target(), line + 1);
        }
        return update;
    }

    private void note(UpdateProgram program, UpdateVariable variable, int afterLine) {
        history.computeIfAbsent(variable, each -> new ArrayList<>())
                .add(new Written(afterLine, flat(program, variable)));
    }

    private Tensor flat(UpdateProgram program, UpdateVariable variable) {
        double[] values = new double[variable.isScalar() ? layout.entries().size() : layout.size()];
        int at = 0;
        for (ParameterLayout.Entry entry : layout.entries()) {
            Tensor part = program.tensor(variable, entry.name());
            part.copyTo(values, at);
            at += part.size();
        }
        return Tensor.of(values, values.length);
    }

    public List<UpdateLine> lines() {
        return lines;
    }

    /**
     * A variable's value for one parameter entry when so many lines have run; empty before it has one.
     *
     * @param index within the parameter; any for a variable that is one number a tensor
     * @param linesRun 0 … the number of lines
     */
    public OptionalDouble value(UpdateVariable variable, ParameterLayout.Entry entry, int index, int linesRun) {
        OptionalDouble value = OptionalDouble.empty();
        int at = variable.isScalar() ? layout.entries().indexOf(entry) : entry.offset() + index;
        for (Written written : history.getOrDefault(variable, List.of())) {
            if (written.afterLine() <= linesRun) {
                value = OptionalDouble.of(written.values().at(at));
            }
        }
        return value;
    }

    /**
     * The Euclidean norm of a variable when so many lines have run; empty before it has a value.
     *
     * @param entry of one parameter; empty for all together
     */
    public OptionalDouble norm(UpdateVariable variable, Optional<ParameterLayout.Entry> entry, int linesRun) {
        OptionalDouble norm = OptionalDouble.empty();
        for (Written written : history.getOrDefault(variable, List.of())) {
            if (written.afterLine() <= linesRun) {
                double[] all = written.values().toArray();
                int from = entry.map(ParameterLayout.Entry::offset).orElse(0);
                norm = OptionalDouble.of(Norms.euclidean(
                        all, from, entry.map(ParameterLayout.Entry::size).orElse(all.length)));
            }
        }
        return norm;
    }

    /** k of the update, from 1. */
    public long iteration() {
        return iteration;
    }

    /** The parameters before the first line has run. */
    public Parameters weightsBefore() {
        return before;
    }

    /** The parameters when all lines have run. */
    public Tensor updatedWeights() {
        List<Written> weights = history.get(UpdateVariable.WEIGHT);
        return weights.get(weights.size() - 1).values();
    }

    /** What the update adds to each parameter, by name. */
    public Map<String, Tensor> changes() {
        double[] changes = updatedWeights().toArray();
        for (int i = 0; i < changes.length; i++) {
            changes[i] -= before.values().at(i);
        }
        return Parameters.copyOf(layout, changes).tensors();
    }
}
