package unroll.core.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import unroll.core.data.LabelledTexts.TextClass;
import unroll.core.tensor.Tensor;

class TextsTest {
    @Test
    void everyCharacterForetellsTheNext() {
        Dataset data = new CharacterText(3, 0.6).cut("abcabcabca" + "bcabc\nc");
        assertEquals(List.of("↵", "a", "b", "c"), data.outputNames());
        assertEquals(3, data.train().size(), "of 10 characters 9 have one after them");
        Inputs.Symbols shown = (Inputs.Symbols) data.train().inputs();
        Targets.Classes next = (Targets.Classes) data.train().targets();
        assertEquals(List.of(1, 2, 3), List.of(shown.code(1, 1), shown.code(1, 2), shown.code(1, 3)));
        assertEquals(List.of(2, 3, 1), List.of(next.at(1, 1), next.at(1, 2), next.at(1, 3)));
        assertEquals(2, data.test().size());
        assertEquals("bca", data.test().label(0));
    }

    @Test
    void baselinesOfATextAreItsFrequencies() {
        assertEquals(
                7,
                new CharacterText(2, 7, 0.5).cut("abababab" + "babababa").test().steps());
        Dataset data = new CharacterText(2, 0.5).cut("abababab" + "babababa");
        assertEquals(Math.log(2), data.baselines().get(0).test().loss(), 1e-15);
        assertEquals(Math.log(2), data.baselines().get(1).test().loss(), 1e-12);
        double pairs = -(Math.log(4.1 / 4.2) + Math.log(3.1 / 4.2)) / 2;
        assertEquals(pairs, data.baselines().get(2).test().loss(), 1e-12, "a tenth is added to every count");
        assertEquals(1, data.baselines().get(2).test().accuracy().orElseThrow());
    }

    @Test
    void charactersOutsideTheBasicPlaneStayWhole() {
        String rare = "\uD840\uDC00";
        Dataset data = new CharacterText(1, 0.5).cut("漢" + rare + "漢" + rare + "漢" + rare);
        assertEquals(List.of("漢", rare), data.outputNames());
        assertEquals(2, data.train().size());
    }

    @Test
    void aTextTooShortIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new CharacterText(5, 0.5).cut("abcdefgh"));
        assertThrows(IllegalArgumentException.class, () -> new CharacterText(2, 5, 0.5).cut("abcdefgh"));
        assertThrows(IllegalArgumentException.class, () -> new CharacterText(1, 0.5).cut("aaaaaaa"));
        assertThrows(IllegalArgumentException.class, () -> Alphabet.of("ab").codes("abc"));
    }

    @Test
    void everyFifthTextOfAClassTestsAndLengthsDiffer() {
        LabelledTexts texts = new LabelledTexts(Alphabet.inOrder("cba"), LabelledTexts.Drawing.ONCE);
        List<String> first = List.of("a", "ab", "abc", "b", "bb", "c");
        List<String> second = List.of("ccc", "ccc", "ca", "cb", "cc");
        Dataset data = texts.read(List.of(new TextClass("one", first), new TextClass("two", second)), List.of());
        assertEquals(List.of("bb", "cc"), data.test().labels());
        assertEquals(9, data.train().size());
        assertEquals(2, data.train().length(1));
        assertEquals(3, data.train().steps());
        assertEquals(1, data.train().input(1, 1, 2), "a is the third of the alphabet");
        assertEquals(List.of("one", "two"), data.outputNames());
        assertEquals(5 / 9.0, Math.exp(-2 * data.baselines().get(0).test().loss() - Math.log(4 / 9.0)), 1e-12);
    }

    @Test
    void balancedClassesAreEquallyLargeAndTestTheSame() {
        List<TextClass> classes = List.of(
                new TextClass("one", List.of("a", "ab", "abc", "b", "bb", "c")),
                new TextClass("two", List.of("ccc", "ca", "cb")));
        Alphabet alphabet = Alphabet.inOrder("cba");
        Dataset once = new LabelledTexts(alphabet, LabelledTexts.Drawing.ONCE).read(classes, List.of());
        Dataset balanced = new LabelledTexts(alphabet, LabelledTexts.Drawing.BALANCED).read(classes, List.of());
        assertEquals(
                List.of("a", "ab", "abc", "b", "c", "ccc", "ca", "cb", "ccc", "ca"),
                balanced.train().labels());
        assertEquals(once.test().labels(), balanced.test().labels());
        assertEquals(once.baselines(), balanced.baselines());
    }

    @Test
    void symbolsKnowWhereTheyEnd() {
        assertThrows(IllegalArgumentException.class, () -> symbols(2, 0, 3));
        assertThrows(IllegalArgumentException.class, () -> symbols(2, -1, 1), "a sequence has at least one symbol");
        assertThrows(IllegalArgumentException.class, () -> symbols(3, 0, -1, 1), "nothing comes after the end");
        assertEquals(1, symbols(2, 1, -1).length(0));
    }

    private static Inputs.Symbols symbols(int width, double... codes) {
        return new Inputs.Symbols(Tensor.of(codes, 1, codes.length), width);
    }
}
