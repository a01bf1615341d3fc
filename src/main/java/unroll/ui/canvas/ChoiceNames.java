package unroll.ui.canvas;

import java.util.function.Function;
import javafx.util.StringConverter;

/** The names of things to choose from, which are never typed. */
public final class ChoiceNames<T> extends StringConverter<T> {
    private final Function<T, String> name;

    public ChoiceNames(Function<T, String> name) {
        this.name = name;
    }

    @Override
    public String toString(T choice) {
        return choice == null ? "" : name.apply(choice);
    }

    @Override
    public T fromString(String text) {
        throw new IllegalStateException("choices are not typed: " + text);
    }
}
