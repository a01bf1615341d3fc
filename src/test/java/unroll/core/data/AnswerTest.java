package unroll.core.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import unroll.core.tensor.Tensor;

class AnswerTest {
    @Provide
    Arbitrary<SequenceRule> rules() {
        return Arbitraries.of(
                new DelayedEcho(12, 3),
                new AddingProblem(AddingCoding.LE, 20),
                new AddingProblem(AddingCoding.HOCHREITER, 24),
                new AddingProblem(AddingCoding.MARTENS, 30),
                new CopyMemory(5),
                new TemporalOrder(20),
                new FirstWord(9, 3, 40),
                new EmbeddedReber(20));
    }

    @Property(tries = 200)
    void aRuleAnswersItsOwnSequencesAsItDrewThem(
            @ForAll("rules") SequenceRule rule, @ForAll @LongRange(min = 0, max = 1000) long seed) {
        Examples drawn = new DrawnTask(rule, 3, 1, false).draw(seed, true).train();
        for (int example = 0; example < drawn.size(); example++) {
            Optional<Targets> answer = rule.answer(drawn.inputs().only(example));
            assertEquals(
                    values(drawn.targets().only(example, drawn.length(example))),
                    answer.map(AnswerTest::values).orElseThrow());
        }
    }

    /** Without the sets of what is legal, which only a score needs. */
    private static Tensor values(Targets targets) {
        return targets instanceof Targets.Classes classes ? classes.classes() : ((Targets.Vectors) targets).values();
    }

    @Property(tries = 100)
    void aSpelledSequenceIsReadBack(
            @ForAll("rules") SequenceRule rule, @ForAll @LongRange(min = 0, max = 1000) long seed) {
        if (rule.showsSymbols()) {
            Examples drawn = new DrawnTask(rule, 2, 1, false).draw(seed, true).train();
            String text = rule.spelling().text(drawn, 1);
            Inputs.Symbols read = rule.spelling().inputs(text);
            assertEquals(drawn.inputs().only(1), read, text);
        }
    }

    @Test
    void namesOfCharactersThatCantBeSeenLeadBackToThem() {
        Alphabet alphabet = Alphabet.of("a b\n\t");
        assertEquals(List.of(4, 1, 2), List.of(alphabet.code('b'), alphabet.code('\n'), alphabet.code(' ')));
        Alphabet again = Alphabet.ofNames(alphabet.names());
        assertEquals(alphabet.names(), again.names());
        assertTrue(again.code('\n') == alphabet.code('\n') && again.code(' ') == alphabet.code(' '));
    }
}
