package unroll.ui.breakpoints;

import java.util.function.Function;
import javafx.util.StringConverter;

/** The names of things to choose from, which are never typed. */
final class Shown<T> extends StringConverter<T> {
    private final Function<T, String> name;

    Shown(Function<T, String> name) {
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
