package unroll.lesson;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import unroll.core.op.Activation;
import unroll.core.op.Quantity;
import unroll.debug.measure.Symbol;
import unroll.experiment.CellKind;

/** What some network has to measure: a name that no network has is a slip of the pen. */
final class KnownSymbols {
    private static final Pattern PARAMETER = Pattern.compile("(weight|bias)_[a-z]+_l\\d+(_reverse)?|out\\.[a-z_.]+");
    private static final List<Quantity> OUTSIDE_OF_CELLS =
            List.of(Quantity.INPUT, Quantity.LOGITS, Quantity.FINAL_LOGITS, Quantity.PROBABILITIES, Quantity.LOSS);

    private static final Set<String> IDS = Stream.concat(
                    OUTSIDE_OF_CELLS.stream(),
                    Arrays.stream(CellKind.values()).flatMap(kind -> kind.cell(Activation.TANH).quantities().stream()))
            .flatMap(KnownSymbols::ids)
            .collect(Collectors.toUnmodifiableSet());

    private KnownSymbols() {}

    private static Stream<String> ids(Quantity quantity) {
        Stream<Integer> blocks =
                Stream.iterate(0, block -> block + 1).limit(quantity.blocks().size());
        return Stream.concat(
                Stream.of(quantity.id()),
                blocks.map(block -> quantity.block(block).id()));
    }

    static boolean has(Symbol symbol) {
        return IDS.contains(symbol.id())
                || symbol.id().equals(Symbol.TOTAL_LOSS)
                || PARAMETER.matcher(symbol.id()).matches();
    }
}
