package unroll.lesson;

import java.util.List;
import java.util.Optional;

/** A picture in a text: a live view of the running network, never a file. */
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

    /** The figures of lessons that are no cards of the toolbox. */
    List<String> FIGURES = List.of("loop", "slope", "clipping", "forget");

    /** The picture that a text names; empty if there is none. */
    static Optional<Picture> of(String target) {
        if (!target.startsWith(SCHEME)) {
            return Optional.empty();
        }
        String[] words = target.substring(SCHEME.length()).split("/", -1);
        if (words.length == 1 && words[0].equals("stage")) {
            return Optional.of(new Stage());
        }
        if (words.length == 1 && words[0].equals("flow")) {
            return Optional.of(new Flow());
        }
        if (words.length == 2 && words[0].equals("lane") && words[1].matches("[A-Za-z.]+(@\\d+)?")) {
            return Optional.of(new Lane(words[1]));
        }
        return words.length == 2 && words[0].equals("figure") && (Toolbox.has(words[1]) || FIGURES.contains(words[1]))
                ? Optional.of(new Figure(words[1]))
                : Optional.empty();
    }
}
