package unroll.experiment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import unroll.core.data.Examples;
import unroll.core.data.Inputs;
import unroll.core.data.Spelling;
import unroll.core.data.Targets;
import unroll.core.model.Batch;
import unroll.core.tensor.Tensor;
import unroll.experiment.Setup.Part;

/** The sequences of a part that a probe looks at, each with what it shows and what is asked of it. */
public record Probed(Setup setup, Part part, List<Row> rows) {
    /** Where the target of a sequence comes from. */
    public enum Asked {
        /** The sequence is as in the data, and so is its target. */
        BY_DATA,
        /** The task's rule answers what was changed by hand. */
        BY_RULE,
        /** The sequence was changed, but its target is still that of the data. */
        STILL_BY_DATA
    }

    /**
     * A sequence.
     *
     * @param number in its part, from 0
     * @param data this one sequence alone, as it is in the data
     * @param shown the same with what was changed by hand
     */
    public record Row(int number, Examples data, Examples shown, Asked asked) {
        /** What is shown, of shape [T, I]. */
        public Tensor inputs() {
            return inputs(shown);
        }

        /** What the data show, of shape [T, I]; T may differ. */
        public Tensor dataInputs() {
            return inputs(data);
        }

        private static Tensor inputs(Examples one) {
            Tensor values = one.inputs().vectors(0).values();
            return Tensor.of(values.toArray(), values.extent(1), values.extent(2));
        }

        /** Its short name in the data. */
        public String label() {
            return data.label(0);
        }
    }

    public Probed {
        rows = List.copyOf(rows);
    }

    /**
     * Finds the sequences.
     *
     * @throws IllegalArgumentException if a text can't be read
     */
    static Probed of(Setup setup, Probe probe) {
        Examples part = setup.examples(probe.part());
        int first = Math.min(probe.example(), part.size() - 1);
        int count = Math.min(probe.rows(), part.size() - first);
        List<Row> rows = IntStream.range(0, count)
                .mapToObj(row -> row(setup, part, first + row, probe.change(row)))
                .toList();
        return new Probed(setup, probe.part(), rows);
    }

    private static Row row(Setup setup, Examples part, int number, ByHand change) {
        Targets targets = part.targets().only(number, part.length(number));
        Examples data = one(part.inputs().only(number), targets, part.label(number));
        if (change.isNothing()) {
            return new Row(number, data, data, Asked.BY_DATA);
        }
        Task task = setup.experiment().task();
        Optional<Spelling> spelling = setup.spelling();
        Optional<String> text = change.text().filter(any -> spelling.isPresent());
        Inputs read = text.<Inputs>map(typed -> spelling.get().inputs(typed)).orElse(data.inputs());
        Inputs inputs = changed(read, change);
        Optional<Targets> next = text.filter(typed -> spelling.get().foretells())
                .map(typed -> spelling.get().next(typed));
        Optional<Targets> answer = next.or(() -> task.answer(inputs));
        Targets asked = answer.orElseGet(() -> part.targets().only(number, inputs.steps()));
        Asked by = answer.isPresent() ? Asked.BY_RULE : Asked.STILL_BY_DATA;
        return new Row(number, data, one(inputs, asked, part.label(number)), by);
    }

    private static Examples one(Inputs inputs, Targets targets, String label) {
        return new Examples(inputs, targets, List.of(label));
    }

    private static Inputs changed(Inputs inputs, ByHand change) {
        if (change.values().isEmpty()) {
            return inputs;
        }
        double[] values = inputs.vectors(0).values().toArray();
        int width = inputs.width();
        for (Map.Entry<ByHand.Place, Double> each : change.values().entrySet()) {
            ByHand.Place place = each.getKey();
            if (place.t() <= inputs.steps() && place.unit() < width) {
                values[(place.t() - 1) * width + place.unit()] = each.getValue();
            }
        }
        return new Inputs.Vectors(Tensor.of(values, 1, inputs.steps(), width));
    }

    /**
     * All of them as a batch.
     *
     * @throws IllegalArgumentException if they differ in length and the network reads no such batch
     */
    public Batch batch() {
        int steps = rows.stream().mapToInt(row -> row.shown().steps()).max().orElseThrow();
        boolean equal = rows.stream().allMatch(row -> row.shown().steps() == steps);
        if (!equal && !setup.network().packed()) {
            throw new IllegalArgumentException("sequences of unequal length can't be traced side by side by a network"
                    + " that reads its loss at the last step of the longest: trace one");
        }
        Batch batch = new Batch(setup.network(), steps, rows.size());
        for (int row = 0; row < rows.size(); row++) {
            rows.get(row).shown().fill(0, batch, row);
        }
        return batch;
    }
}
