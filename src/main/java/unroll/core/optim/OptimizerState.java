package unroll.core.optim;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import unroll.core.op.UpdateVariable;
import unroll.core.tensor.Tensor;

/**
 * What an optimiser carries from one iteration to the next; immutable.
 *
 * @param iterations k of the last iteration, 0 before the first
 * @param values of each kept variable, one a parameter, flat under the network's layout
 */
public record OptimizerState(long iterations, Map<UpdateVariable, Tensor> values) {
    public OptimizerState {
        if (iterations < 0) {
            throw new IllegalArgumentException("the number of iterations must be from 0 on, not " + iterations);
        }
        Map<UpdateVariable, Tensor> ordered = new EnumMap<>(UpdateVariable.class);
        ordered.putAll(values);
        values = Collections.unmodifiableMap(ordered);
    }

    /** Checks that this is the state of an optimiser which keeps these variables, for so many parameters. */
    void requireFits(Set<UpdateVariable> kept, int parameters) {
        if (!values.keySet().equals(kept)) {
            throw new IllegalArgumentException(
                    "this optimiser keeps " + names(kept) + ", but the state has " + names(values.keySet()));
        }
        values.forEach((variable, tensor) -> {
            if (!tensor.hasShape(parameters)) {
                throw new IllegalArgumentException("the state " + variable.id() + " must hold " + parameters
                        + " values, one a parameter, not " + tensor.size());
            }
        });
    }

    private static String names(Set<UpdateVariable> variables) {
        return variables.isEmpty()
                ? "nothing"
                : String.join(", ", variables.stream().map(UpdateVariable::id).toList());
    }
}
