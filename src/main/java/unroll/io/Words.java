package unroll.io;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import unroll.core.cell.BiasMode;
import unroll.core.op.Activation;
import unroll.core.op.LossKind;
import unroll.core.optim.Flavour;

/** The words that files use for choices, in the order in which complaints list them. */
final class Words {
    static final Map<String, BiasMode> BIASES = of(BiasMode.values(), BiasMode::id);
    static final Map<String, Activation> ACTIVATIONS = of(Activation.values(), Activation::id);
    static final Map<String, LossKind> LOSSES = of(LossKind.values(), LossKind::id);
    static final Map<String, Flavour> FLAVOURS = of(Flavour.values(), Flavour::id);

    private Words() {}

    static <T> Map<String, T> of(T[] values, Function<T, String> word) {
        Map<String, T> words = new LinkedHashMap<>();
        for (T value : values) {
            words.put(word.apply(value), value);
        }
        return Collections.unmodifiableMap(words);
    }

    /** A constant's name as files write it. */
    static String ofConstant(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** A constant's name as files name a field: {@code inputWeight} for INPUT_WEIGHT. */
    static String ofField(Enum<?> constant) {
        StringBuilder field = new StringBuilder();
        for (String word : constant.name().toLowerCase(Locale.ROOT).split("_")) {
            field.append(field.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return field.toString();
    }
}
