package unroll.core.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.core.cell.Gru;
import unroll.core.model.Batch;
import unroll.core.model.LossSpec;
import unroll.core.model.LossSpec.OverTime;
import unroll.core.model.Network;
import unroll.core.op.LossKind;

class SequenceRuleTest {
    private static final int MANY = 4000;

    static Stream<SequenceRule> rules() {
        return Stream.concat(freshRules(), Stream.of(new EmbeddedReber(40)));
    }

    static Stream<SequenceRule> freshRules() {
        return Stream.of(
                new AddingProblem(AddingCoding.LE, 30),
                new AddingProblem(AddingCoding.HOCHREITER, 30),
                new AddingProblem(AddingCoding.MARTENS, 30),
                new CopyMemory(7),
                new DelayedEcho(12, 3),
                new FirstWord(9, 3, 7),
                new TemporalOrder(20));
    }

    private static Dataset draw(SequenceRule rule, int sequences, boolean fresh, long seed) {
        return new DrawnTask(rule, sequences, sequences, fresh).draw(seed, rule.answersAtEveryStep());
    }

    private static Examples kept(SequenceRule rule, int sequences) {
        return draw(rule, sequences, false, 3).train();
    }

    private static Batch batch(SequenceRule rule, int rows) {
        LossKind kind = rule.classifies() ? LossKind.CROSS_ENTROPY : LossKind.MSE;
        LossSpec loss = LossSpec.atEvery(kind, OverTime.VALID);
        return new Batch(Network.of(new Gru(), rule.inputs(), 2, rule.outputs(), loss), rule.steps(), rows);
    }

    private static List<Double> content(Batch batch, SequenceRule rule) {
        return IntStream.rangeClosed(1, batch.steps())
                .boxed()
                .flatMap(t -> IntStream.range(0, rule.inputs() + 1).mapToObj(unit -> {
                    if (unit < rule.inputs()) {
                        return batch.inputs().data()[batch.inputs().offset(t, 0) + unit];
                    }
                    return rule.classifies() ? batch.targetClass(t, 0) : batch.target(t, 0, 0);
                }))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everythingComesFromTheSeed(SequenceRule rule) {
        assertEquals(draw(rule, 20, false, 5), draw(rule, 20, false, 5));
        assertNotEquals(
                draw(rule, 20, false, 5).train().inputs(),
                draw(rule, 20, false, 6).train().inputs());
        assertNotEquals(
                draw(rule, 20, false, 5).train().inputs(),
                draw(rule, 20, false, 5).test().inputs());
    }

    @ParameterizedTest
    @MethodSource("freshRules")
    void freshSequencesBeginWithTheKeptOnesAndNeverEnd(SequenceRule rule) {
        Dataset data = draw(rule, 10, true, 5);
        Batch fresh = batch(rule, 1);
        Batch kept = batch(rule, 1);
        for (long number = 9; number >= 0; number--) {
            data.training().fill(number, fresh, 0);
            data.train().fill(number, kept, 0);
            assertEquals(content(kept, rule), content(fresh, rule), "sequence " + number);
        }
        data.training().fill(9_000_000_007L, fresh, 0);
        List<Double> far = content(fresh, rule);
        data.training().fill(9_000_000_008L, fresh, 0);
        assertNotEquals(far, content(fresh, rule));
        data.training().fill(9_000_000_007L, fresh, 0);
        assertEquals(far, content(fresh, rule), "a sequence follows from its number alone");
    }

    @ParameterizedTest
    @MethodSource("freshRules")
    void drawingAllocatesNothing(SequenceRule rule) {
        Sequences fresh = draw(rule, 10, true, 5).training();
        Batch batch = batch(rule, 1);
        var threads = (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
        for (long number = 0; number < 20_000; number++) {
            fresh.fill(number, batch, 0);
        }
        long before = threads.getCurrentThreadAllocatedBytes();
        for (long number = 0; number < 1000; number++) {
            fresh.fill(number, batch, 0);
        }
        long bytes = threads.getCurrentThreadAllocatedBytes() - before;
        assertTrue(bytes < 1000, bytes + " bytes for 1000 sequences");
    }

    @ParameterizedTest
    @EnumSource(AddingCoding.class)
    void theAnswerOfAddingIsMadeOfTheMarkedNumbers(AddingCoding coding) {
        Examples examples = kept(new AddingProblem(coding, 30), MANY);
        Targets.Vectors targets = (Targets.Vectors) examples.targets();
        double mean = 0;
        double squares = 0;
        double laterErrors = 0;
        for (int example = 0; example < MANY; example++) {
            double sum = 0;
            double later = 0;
            int marks = 0;
            for (int t = 1; t <= 30; t++) {
                if (examples.input(example, t, AddingProblem.MARK) == 1) {
                    later = examples.input(example, t, AddingProblem.NUMBER);
                    sum += later;
                    marks++;
                }
            }
            double target = targets.values().at(example);
            assertEquals(2, marks);
            assertEquals(coding.answer(sum), target, 1e-15);
            mean += target / MANY;
            squares += target * target / MANY;
            double meanOfOther = (coding.low() + 1) / 2;
            laterErrors += Math.pow(target - coding.answer(later + meanOfOther), 2) / MANY;
        }
        assertEquals(coding.variance(30), squares - mean * mean, 0.06 * coding.variance(30));
        assertEquals(coding.varianceOfEarlier(30), laterErrors, 0.06 * coding.variance(30));
    }

    @Test
    void theConstantsErrorInTheUsualCodingIsASixth() {
        List<Baseline> baselines =
                draw(new AddingProblem(AddingCoding.LE, 50), 2, true, 0).baselines();
        assertEquals(1 / 6.0, baselines.get(0).test().loss(), 1e-15);
        assertEquals(1 / 12.0, baselines.get(1).test().loss(), 1e-15);
    }

    @Test
    void marksStandInTheirPartsOfTheSequence() {
        int[] firstMarks = new int[31];
        Examples le = kept(new AddingProblem(AddingCoding.LE, 30), MANY);
        Examples martens = kept(new AddingProblem(AddingCoding.MARTENS, 30), MANY);
        for (int example = 0; example < MANY; example++) {
            assertTrue(mark(le, example, 1) <= 15 && mark(le, example, 2) > 15);
            assertTrue(mark(martens, example, 1) <= 3);
            assertTrue(mark(martens, example, 2) > 3 && mark(martens, example, 2) <= 15);
            firstMarks[mark(le, example, 1)]++;
        }
        for (int t = 1; t <= 15; t++) {
            assertEquals(MANY / 15.0, firstMarks[t], 80, "step " + t);
        }
    }

    private static int mark(Examples examples, int example, int which) {
        return IntStream.rangeClosed(1, examples.steps())
                .filter(t -> examples.input(example, t, AddingProblem.MARK) == 1)
                .skip(which - 1)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void copyAsksForTheTenSymbolsAfterTheMarker() {
        Examples examples = kept(new CopyMemory(7), 50);
        Targets.Classes targets = (Targets.Classes) examples.targets();
        Inputs.Symbols shown = (Inputs.Symbols) examples.inputs();
        assertEquals(27, examples.steps());
        for (int example = 0; example < 50; example++) {
            for (int t = 1; t <= 27; t++) {
                int expected = t <= 17 ? 8 : shown.code(example, t - 17);
                assertEquals(expected, targets.at(example, t));
                if (t > 10) {
                    assertEquals(t == 17 ? 9 : 8, shown.code(example, t));
                }
            }
        }
        Baseline memoryless = draw(new CopyMemory(50), 1, true, 0).baselines().get(0);
        assertEquals(10 * Math.log(8) / 70, memoryless.test().loss(), 1e-15);
        assertEquals(61.25 / 70, memoryless.test().accuracy().orElseThrow(), 1e-15);
    }

    @Test
    void anEchoComesAfterItsLag() {
        Examples examples = kept(new DelayedEcho(12, 3), 50);
        Targets.Vectors targets = (Targets.Vectors) examples.targets();
        for (int example = 0; example < 50; example++) {
            for (int t = 1; t <= 12; t++) {
                double expected = t <= 3 ? 0 : examples.input(example, t - 3, 0);
                assertEquals(expected, targets.values().at(example * 12 + t - 1));
            }
        }
        assertEquals(
                0.75,
                draw(new DelayedEcho(12, 3), 1, true, 0)
                        .baselines()
                        .get(0)
                        .test()
                        .loss());
    }

    @Test
    void theFirstWordIsAskedForAndDoesNotComeAgain() {
        Examples examples = kept(new FirstWord(9, 3, 7), 300);
        Targets.Classes targets = (Targets.Classes) examples.targets();
        Inputs.Symbols shown = (Inputs.Symbols) examples.inputs();
        Set<Integer> fillers = new HashSet<>();
        for (int example = 0; example < 300; example++) {
            assertEquals(shown.code(example, 1), targets.at(example, 9));
            for (int t = 2; t <= 9; t++) {
                fillers.add(shown.code(example, t));
            }
        }
        assertEquals(Set.of(3, 4, 5, 6), fillers);
    }

    @Test
    void theClassOfTemporalOrderIsItsTwoMarks() {
        Examples examples = kept(new TemporalOrder(20), 300);
        Targets.Classes targets = (Targets.Classes) examples.targets();
        Inputs.Symbols shown = (Inputs.Symbols) examples.inputs();
        for (int i = 0; i < 300; i++) {
            int example = i;
            List<Integer> marks = IntStream.rangeClosed(1, 20)
                    .filter(t -> shown.code(example, t) < 2)
                    .boxed()
                    .toList();
            assertEquals(2, marks.size());
            assertTrue(marks.get(0) >= 3 && marks.get(0) <= 4 && marks.get(1) >= 11 && marks.get(1) <= 12);
            int expected = 2 * shown.code(example, marks.get(0)) + shown.code(example, marks.get(1));
            assertEquals(expected, targets.at(example, 20));
        }
    }

    @Test
    void whatIsTooShortIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new AddingProblem(AddingCoding.LE, 19));
        assertThrows(IllegalArgumentException.class, () -> new CopyMemory(0));
        assertThrows(IllegalArgumentException.class, () -> new DelayedEcho(5, 5));
        assertThrows(IllegalArgumentException.class, () -> new FirstWord(5, 3, 3));
        assertThrows(IllegalArgumentException.class, () -> new TemporalOrder(9));
        assertThrows(IllegalArgumentException.class, () -> new EmbeddedReber(7));
        assertThrows(IllegalArgumentException.class, () -> new DrawnTask(new EmbeddedReber(20), 5, 5, true));
    }
}
