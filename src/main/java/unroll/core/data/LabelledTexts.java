package unroll.core.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import unroll.core.tensor.Tensor;

/**
 * Short texts of several classes, such as names of several languages, read character by character. Within each class
 * every fifth text tests (index mod 5 = 4).
 *
 * @param alphabet of which all texts are made
 */
public record LabelledTexts(Alphabet alphabet) {
    /** The texts of a class, none of them empty. */
    public record TextClass(String name, List<String> texts) {
        public TextClass {
            texts = List.copyOf(texts);
        }
    }

    /**
     * Makes sequences, in the order of the classes and their texts.
     *
     * @throws IllegalArgumentException if there are too few classes or texts
     */
    public Dataset read(List<TextClass> classes, List<String> notes) {
        if (classes.size() < 2) {
            throw new IllegalArgumentException("at least 2 classes are needed to tell apart, not " + classes.size());
        }
        Examples train = examples(classes, false);
        Examples test = examples(classes, true);
        Baseline majority = Baseline.majority((Targets.Classes) train.targets(), (Targets.Classes) test.targets());
        List<String> names = classes.stream().map(TextClass::name).toList();
        return new Dataset(train, test, Scaling.NONE, List.of(majority, Baseline.chance(classes.size())), names, notes);
    }

    private Examples examples(List<TextClass> classes, boolean test) {
        List<int[]> sequences = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        List<Double> answers = new ArrayList<>();
        for (int k = 0; k < classes.size(); k++) {
            List<String> texts = classes.get(k).texts();
            for (int i = 0; i < texts.size(); i++) {
                if (EveryFifth.isTest(i) == test) {
                    sequences.add(alphabet.codes(texts.get(i)));
                    labels.add(texts.get(i));
                    answers.add((double) k);
                }
            }
        }
        if (sequences.isEmpty()) {
            throw new IllegalArgumentException("every fifth text of a class tests, so at least one needs 5 texts");
        }
        double[] targets = answers.stream().mapToDouble(Double::doubleValue).toArray();
        return new Examples(inputs(sequences), Targets.Classes.ofSequences(targets, classes.size()), labels);
    }

    private Inputs inputs(List<int[]> sequences) {
        int steps = sequences.stream().mapToInt(each -> each.length).max().orElseThrow();
        double[] codes = new double[sequences.size() * steps];
        Arrays.fill(codes, Inputs.Symbols.END);
        for (int i = 0; i < sequences.size(); i++) {
            int[] sequence = sequences.get(i);
            for (int t = 0; t < sequence.length; t++) {
                codes[i * steps + t] = sequence[t];
            }
        }
        return new Inputs.Symbols(Tensor.of(codes, sequences.size(), steps), alphabet.size());
    }
}
