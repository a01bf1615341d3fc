package unroll.core.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import unroll.core.tensor.Tensor;

/**
 * Short texts of several classes, such as names of several languages, read character by character. Within each class
 * every fifth text tests (index mod 5 = 4).
 *
 * @param alphabet of which all texts are made
 * @param drawing how often each training text stands among the others
 */
public record LabelledTexts(Alphabet alphabet, Drawing drawing) {
    /** How often training texts are seen in an epoch. */
    public enum Drawing {
        /** Each once, so that a class counts by its size. */
        ONCE("once"),
        /** Those of a small class again and again, until it has as many as the largest. */
        BALANCED("balanced");

        private final String id;

        Drawing(String id) {
            this.id = id;
        }

        /** As experiments name it. */
        public String id() {
            return id;
        }
    }

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
        Examples once = examples(classes, false, 1);
        Examples test = examples(classes, true, 1);
        Baseline majority = Baseline.majority((Targets.Classes) once.targets(), (Targets.Classes) test.targets());
        int most = classes.stream().mapToInt(LabelledTexts::trained).max().orElseThrow();
        Examples train = drawing == Drawing.BALANCED ? examples(classes, false, most) : once;
        List<String> names = classes.stream().map(TextClass::name).toList();
        return new Dataset(train, test, Scaling.NONE, List.of(majority, Baseline.chance(classes.size())), names, notes);
    }

    private static int trained(TextClass each) {
        return (int) IntStream.range(0, each.texts().size())
                .filter(i -> !EveryFifth.isTest(i))
                .count();
    }

    /** Those of one part; a class that has fewer than so many has its texts again, in their order. */
    private Examples examples(List<TextClass> classes, boolean test, int fewest) {
        List<int[]> sequences = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        List<Double> answers = new ArrayList<>();
        for (int k = 0; k < classes.size(); k++) {
            List<String> all = classes.get(k).texts();
            List<String> texts = IntStream.range(0, all.size())
                    .filter(i -> EveryFifth.isTest(i) == test)
                    .mapToObj(all::get)
                    .toList();
            int count = texts.isEmpty() ? 0 : Math.max(fewest, texts.size());
            for (int i = 0; i < count; i++) {
                String text = texts.get(i % texts.size());
                sequences.add(alphabet.codes(text));
                labels.add(text);
                answers.add((double) k);
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
