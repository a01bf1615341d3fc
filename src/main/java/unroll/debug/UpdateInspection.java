package unroll.debug;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import unroll.core.model.ParameterLayout;
import unroll.core.op.Formula;
import unroll.core.op.UpdateLine;
import unroll.core.op.UpdateVariable;
import unroll.core.trace.UpdateTrace;

/**
 * A line of the update explained for one number of one parameter, after it has run.
 *
 * @param line as the listing has it
 * @param numbers its right-hand side with the numbers of this entry; empty for a norm, which reads all of them
 * @param change what the line wrote
 * @param hyperparameters the letters of the line with their values
 * @param tensors what the line did to each parameter as a whole, then to all together; none for single numbers
 * @param values this entry's numbers after the line, in the order of the optimiser's variables
 */
public record UpdateInspection(
        Notation line,
        Optional<Substitution> numbers,
        Change change,
        List<Hyperparameter> hyperparameters,
        List<TensorChange> tensors,
        List<Named> values) {
    /** A letter with its value. */
    public record Hyperparameter(Notation letter, double value) {}

    /** What a line wrote, and what stood there before. */
    public record Change(Notation target, OptionalDouble before, double after) {}

    /** The Euclidean norm of a tensor of the target before the line, where it had a value, and after it. */
    public record TensorChange(String parameter, OptionalDouble before, double after) {}

    /** A variable's value. */
    public record Named(Notation variable, double value) {}

    /** Stands for all parameters together in {@link TensorChange}. */
    public static final String ALL = "";

    public UpdateInspection {
        hyperparameters = List.copyOf(hyperparameters);
        tensors = List.copyOf(tensors);
        values = List.copyOf(values);
    }

    /**
     * Looks at a line.
     *
     * @param line its place among the update's lines, from 0
     * @param index the entry's place in the parameter
     */
    public static UpdateInspection of(UpdateTrace update, int line, ParameterLayout.Entry entry, int index) {
        UpdateLine written = update.lines().get(line);
        UpdateVariable target = written.target();
        OptionalDouble before = update.value(target, entry, index, line);
        double after = update.value(target, entry, index, line + 1).orElseThrow();
        Optional<Substitution> numbers = Optional.empty();
        List<Hyperparameter> hyperparameters = List.of();
        if (written instanceof UpdateLine.Assignment assignment) {
            Formula formula = assignment.formulaAt(update.iteration());
            numbers = Optional.of(UpdateNumbers.of(
                    formula,
                    update.iteration(),
                    read -> update.value(read, entry, index, line).orElse(Double.NaN)));
            hyperparameters = assignment.hyperparameters().stream()
                    .map(each -> new Hyperparameter(new Notation(each.plain(), each.tex()), each.value()))
                    .toList();
        }
        return new UpdateInspection(
                new Notation(written.plain(), written.tex()),
                numbers,
                new Change(name(target), before, after),
                hyperparameters,
                target.isScalar() ? List.of() : tensors(update, line),
                values(update, line + 1, entry, index));
    }

    private static Notation name(UpdateVariable variable) {
        return new Notation(variable.plain(), variable.tex());
    }

    private static List<TensorChange> tensors(UpdateTrace update, int line) {
        UpdateVariable target = update.lines().get(line).target();
        List<TensorChange> changes = new ArrayList<>();
        for (ParameterLayout.Entry entry : update.weightsBefore().layout().entries()) {
            changes.add(new TensorChange(
                    entry.name(),
                    update.norm(target, Optional.of(entry), line),
                    update.norm(target, Optional.of(entry), line + 1).orElseThrow()));
        }
        changes.add(new TensorChange(
                ALL,
                update.norm(target, Optional.empty(), line),
                update.norm(target, Optional.empty(), line + 1).orElseThrow()));
        return changes;
    }

    private static List<Named> values(UpdateTrace update, int linesRun, ParameterLayout.Entry entry, int index) {
        List<Named> values = new ArrayList<>();
        Arrays.stream(UpdateVariable.values())
                .forEach(variable -> update.value(variable, entry, index, linesRun)
                        .ifPresent(value -> values.add(new Named(name(variable), value))));
        return values;
    }
}
