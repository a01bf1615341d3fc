package unroll.lesson;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import unroll.experiment.TextFeature;

/** A picture in a text: a live view of the running network, or of numbers that a training left, never an image. */
public sealed interface Picture {
    /** What a text writes before its name. */
    String SCHEME = "live:";

    /** One lane, such as {@code live:lane/dh}. */
    record Lane(String id) implements Picture {}

    /** The unrolled network, {@code live:stage}. */
    record Stage() implements Picture {}

    /** ‖∂L/∂h_t‖ over time, {@code live:flow}. */
    record Flow() implements Picture {}

    /** A figure of its own that the reader can change, such as {@code live:figure/stretch}. */
    record Figure(String name) implements Picture {}

    /**
     * Training curves that a lesson brings along, such as {@code live:curves/race} of {@code race.csv} in its folder.
     *
     * @param name of the file, without its ending
     */
    record Curves(String name) implements Picture {}

    /**
     * The test part of a series with what the network foretells of it, such as {@code live:forecast/30}.
     *
     * @param fedBack how many steps are foretold from forecasts alone; 0 for none
     */
    record Foretold(int fedBack) implements Picture {}

    /**
     * A vector in many test sequences, sorted by their symbol at a step, such as {@code live:sorted/c/2/3}.
     *
     * @param lane of the vector, in the top layer
     * @param symbolAt the step of the symbol, from 1
     * @param before how many steps before a sequence's last one the vector is shown
     */
    record Sorted(String lane, int symbolAt, int before) implements Picture {}

    /**
     * Text that the network writes at a temperature, such as {@code live:written/0.3}.
     *
     * @param temperature above 0
     */
    record Written(double temperature) implements Picture {}

    /** How closely the units of the top layer's state follow a feature of a text, such as {@code live:following/line}. */
    record Following(TextFeature feature) implements Picture {}

    /** The figures of lessons that are no cards of the toolbox. */
    List<String> FIGURES = List.of("loop", "slope", "clipping", "forget", "reber", "routes");

    /** A whole number in a picture's name. */
    Predicate<String> NUMBER = word -> word.matches("\\d{1,4}");

    /** A number above 0 in a picture's name. */
    Predicate<String> TEMPERATURE = word -> word.matches("\\d(\\.\\d{1,3})?") && Double.parseDouble(word) > 0;

    /** The picture that a text names; empty if there is none. */
    static Optional<Picture> of(String target) {
        if (!target.startsWith(SCHEME)) {
            return Optional.empty();
        }
        String[] words = target.substring(SCHEME.length()).split("/", -1);
        return switch (words[0]) {
            case "stage" -> words.length == 1 ? Optional.of(new Stage()) : Optional.empty();
            case "flow" -> words.length == 1 ? Optional.of(new Flow()) : Optional.empty();
            default -> named(words);
        };
    }

    private static Optional<Picture> named(String[] words) {
        boolean numbered =
                Arrays.stream(words).skip(words[0].equals("sorted") ? 2 : 1).allMatch(NUMBER);
        if (words.length == 4 && words[0].equals("sorted") && words[1].matches("[A-Za-z]+") && numbered) {
            return Optional.of(new Sorted(words[1], Integer.parseInt(words[2]), Integer.parseInt(words[3])));
        }
        if (words.length != 2) {
            return Optional.empty();
        }
        String name = words[1];
        return switch (words[0]) {
            case "lane" -> when(name.matches("[A-Za-z.]+(@\\d+)?"), new Lane(name));
            case "curves" -> when(name.matches("[a-z0-9-]+"), new Curves(name));
            case "written" ->
                when(TEMPERATURE.test(name), name).map(Double::parseDouble).map(Written::new);
            case "following" ->
                Arrays.stream(TextFeature.values())
                        .filter(feature -> feature.id().equals(name))
                        .<Picture>map(Following::new)
                        .findFirst();
            case "forecast" -> numbered ? Optional.of(new Foretold(Integer.parseInt(name))) : Optional.empty();
            case "figure" -> when(Toolbox.has(name) || FIGURES.contains(name), new Figure(name));
            default -> Optional.empty();
        };
    }

    private static <T> Optional<T> when(boolean fits, T found) {
        return fits ? Optional.of(found) : Optional.empty();
    }
}
