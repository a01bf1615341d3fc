package unroll.core.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class EmbeddedReberTest {
    /** The grammars once more, as regular expressions. */
    private static final Pattern EMBEDDED = Pattern.compile("B([TP])B.*E\\1E");

    private static final Pattern REBER = Pattern.compile("B(TS*X|PT*VP)(XT*VP)*(S|XT*VV)E|BPT*VVE");

    private final Dataset data = new DrawnTask(new EmbeddedReber(40), 256, 256, false).draw(0, true);

    private static String string(Examples examples, int example) {
        List<String> symbols = List.of("BTSXPVE".split(""));
        Inputs.Symbols shown = (Inputs.Symbols) examples.inputs();
        Targets.Classes next = (Targets.Classes) examples.targets();
        StringBuilder text = new StringBuilder();
        int length = examples.length(example);
        for (int t = 1; t <= length; t++) {
            text.append(symbols.get(shown.code(example, t)));
            if (t < length) {
                assertEquals(shown.code(example, t + 1), next.at(example, t), "a target is the next symbol");
            }
        }
        return text.append(symbols.get(next.at(example, length))).toString();
    }

    private static List<String> strings(Examples examples) {
        List<String> strings = new ArrayList<>();
        for (int example = 0; example < examples.size(); example++) {
            strings.add(string(examples, example));
        }
        return strings;
    }

    @Test
    void stringsAreThoseOfTheGrammarWithTheOuterSymbolTwice() {
        for (String string : strings(data.train())) {
            assertTrue(EMBEDDED.matcher(string).matches(), string);
            assertTrue(REBER.matcher(string.substring(2, string.length() - 2)).matches(), string);
        }
    }

    @Test
    void testStringsAreUnseen() {
        Set<String> seen = new HashSet<>(strings(data.train()));
        assertTrue(seen.size() < 256, "short strings come often");
        for (String string : strings(data.test())) {
            assertFalse(seen.contains(string), string);
        }
        assertFalse(data.areEquallyLong());
        DrawnTask tooMany = new DrawnTask(new EmbeddedReber(8), 100, 100, false);
        assertTrue(assertThrows(IllegalArgumentException.class, () -> tooMany.draw(0, true))
                .getMessage()
                .contains("training sees almost all sequences of reber"));
    }

    @Test
    void anAnswerIsRightWhenAllLegalSymbolsAreAboveTheOthers() {
        Targets targets = data.train().targets();
        int t = 1;
        int p = 4;
        double[] first = new double[7];
        first[t] = 0.4;
        first[p] = 0.3;
        assertTrue(targets.isRight(0, 1, first), "after B, T and P can follow");
        first[0] = 0.35;
        assertFalse(targets.isRight(0, 1, first), "B stands above P");
        double[] second = {1, 0, 0, 0, 0, 0, 0};
        assertTrue(targets.isRight(0, 2, second), "then only B");
        second[5] = 1;
        assertFalse(targets.isRight(0, 2, second));
    }

    @Test
    void theGrammarsOwnEntropyIsWhatItsChoicesCost() {
        Baseline grammar = data.baselines().get(0);
        double choices = 0;
        double predictions = 0;
        for (String string : strings(data.test())) {
            String inner = string.substring(2, string.length() - 2);
            choices += 1 + inner.length() - 2;
            predictions += string.length() - 1;
        }
        assertTrue(grammar.isBound());
        assertEquals(choices * Math.log(2) / predictions, grammar.test().loss(), 1e-12);
        double withoutMemory = data.baselines().get(1).test().loss();
        assertEquals((choices + 256) * Math.log(2) / predictions, withoutMemory, 1e-12);
    }
}
