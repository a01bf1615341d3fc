package unroll.debug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.core.model.Chain;
import unroll.core.model.Network;
import unroll.core.model.Schedule;
import unroll.core.model.Site;
import unroll.core.op.Quantity;
import unroll.core.trace.Trace;
import unroll.debug.DebuggerLawsTest.Session;
import unroll.debug.Inspection.Part;
import unroll.debug.Inspection.Point;
import unroll.debug.Inspection.Subject;
import unroll.debug.Inspection.Summand;
import unroll.oracle.OracleCase;

class InspectionTest {
    private static final double CLOSE = 1e-12;

    @Provide
    Arbitrary<Session> sessions() {
        return new DebuggerLawsTest().sessions();
    }

    private static Knowledge atEnd(Trace trace) {
        Program program = new Program(Schedule.of(trace.network()), trace.steps());
        return new Knowledge(program, program.size(), trace);
    }

    /** Every number of the first row, values and gradients, at every step where it exists. */
    private static void forAll(Knowledge knowledge, Consumer<Inspection> check) {
        Trace trace = knowledge.trace();
        for (Site site : sites(trace.network())) {
            for (int t = knowledge.firstStep(site); t <= knowledge.lastStep(site); t++) {
                for (int unit = 0; unit < trace.width(site); unit++) {
                    check.accept(Inspection.of(knowledge, new Subject(site, false, t, 0, unit)));
                    check.accept(Inspection.of(knowledge, new Subject(site, true, t, 0, unit)));
                }
            }
        }
    }

    private static List<Site> sites(Network network) {
        List<Site> sites = new ArrayList<>(List.of(new Site(0, Quantity.INPUT)));
        for (Chain chain : network.chains()) {
            network.quantities(chain.layer()).forEach(quantity -> sites.add(chain.site(quantity)));
        }
        network.headQuantities().forEach(quantity -> sites.add(Site.head(quantity)));
        return sites;
    }

    private static void close(double expected, double found, Object what) {
        assertEquals(expected, found, CLOSE * Math.max(1, Math.abs(expected)), what::toString);
    }

    @Property(tries = 40)
    void partsSumToTheNumberAndTermsToTheirPart(@ForAll("sessions") Session session) {
        forAll(atEnd(session.trace()), InspectionTest::checkSums);
    }

    private static void checkSums(Inspection inspection) {
        if (!inspection.parts().isEmpty()) {
            double total = inspection.parts().stream().mapToDouble(Part::value).sum();
            close(inspection.state().value().orElseThrow(), total, inspection.subject());
        }
        inspection.parts().stream().filter(part -> !part.terms().isEmpty()).forEach(part -> {
            double sum = part.terms().stream().mapToDouble(Summand::value).sum();
            close(part.value(), sum, inspection.subject());
        });
    }

    /** Where a padded step hands its gradient on, no line's terms make it. */
    static Stream<OracleCase> withoutPadding() {
        return OracleCase.all().filter(each -> !each.config().get("packed").getAsBoolean());
    }

    @ParameterizedTest
    @MethodSource("withoutPadding")
    void termsSumToTheNumbersOfTheReference(OracleCase oracle) {
        Trace trace = oracle.trace();
        Knowledge knowledge = atEnd(trace);
        int lastRow = trace.rows() - 1;
        for (Chain chain : trace.network().chains()) {
            for (Quantity quantity : trace.network().cell().quantities()) {
                Site site = chain.site(quantity);
                for (int unit = 0; unit < trace.width(site); unit += 3) {
                    checkSums(Inspection.of(knowledge, new Subject(site, false, 1, lastRow, unit)));
                    checkSums(Inspection.of(knowledge, new Subject(site, true, 1, lastRow, unit)));
                }
            }
        }
    }

    @Property(tries = 40)
    void theFormulaWithNumbersGivesTheNumber(@ForAll("sessions") Session session) {
        forAll(atEnd(session.trace()), inspection -> {
            for (Part part : inspection.parts()) {
                String formula = part.numbers().plain(InspectionTest::exact);
                close(part.value(), Arithmetic.value(formula), formula);
                for (Summand term : part.terms()) {
                    String product = term.numbers().plain(InspectionTest::exact);
                    boolean negative = term.name().plain().startsWith("−");
                    boolean mean = term.product().contains("² / ");
                    double value = Arithmetic.value(product) * (negative ? -1 : 1);
                    close(term.value(), mean ? value / session.network().outputSize() : value, term);
                }
            }
        });
    }

    private static String exact(double value) {
        return String.valueOf(value).replace('E', 'e');
    }

    @Property(tries = 40)
    void nothingIsShownBeforeItsLineHasRun(@ForAll("sessions") Session session) {
        Knowledge knowledge = new Knowledge(session.debugger(), session.trace());
        forAll(knowledge, inspection -> {
            int cursor = session.cursor();
            inspection.parts().forEach(part -> {
                assertTrue(part.line().position().index() < cursor);
                part.terms().forEach(term -> term.from().ifPresent(from -> assertKnown(knowledge, from)));
                part.origin().ifPresent(origin -> assertKnown(knowledge, origin));
            });
            inspection.awaited().forEach(line -> assertTrue(line.position().index() >= cursor));
            Subject subject = inspection.subject();
            Optional<Double> known = subject.gradient()
                    ? knowledge.gradient(subject.site(), subject.t(), 0, subject.unit())
                    : knowledge.value(subject.site(), subject.t(), 0, subject.unit());
            boolean exists = inspection.state().completeness() != Completeness.ABSENT;
            assertEquals(exists ? known : Optional.empty(), inspection.state().value(), subject::toString);
        });
    }

    private static void assertKnown(Knowledge knowledge, Subject subject) {
        Completeness completeness = Inspection.of(knowledge, subject).state().completeness();
        assertEquals(Completeness.COMPLETE, completeness, subject::toString);
    }

    @Property(tries = 40)
    void whatReadsANumberComesAfterWhatMakesIt(@ForAll("sessions") Session session) {
        forAll(atEnd(session.trace()), inspection -> {
            int made = inspection.parts().stream()
                    .mapToInt(part -> part.line().position().index())
                    .max()
                    .orElse(-1);
            inspection.readers().forEach(reader -> assertTrue(reader.position().index() > made));
        });
    }

    @Test
    void showsTheLineWithNumbersInPlaceOfSymbols() {
        Trace trace = OracleCase.load("rnn_tanh_1-3-1-5-1_mse_all_sum").trace();
        Site h = new Site(0, trace.network().cell().quantity("h"));
        Part part = Inspection.of(atEnd(trace), new Subject(h, false, 3, 0, 1))
                .parts()
                .get(0);
        assertEquals(
                new Notation("h₃ = tanh(a₃)", "h_{3} = \\tanh(a_{3})"),
                part.line().text());
        Site a = new Site(0, trace.network().cell().quantity("a"));
        assertEquals(Optional.of(new Subject(a, false, 3, 0, 1)), part.origin());
        Part sum = Inspection.of(atEnd(trace), new Subject(a, false, 3, 0, 1))
                .parts()
                .get(0);
        assertEquals("a_{3} = W x_{3} + U h_{2} + b_x + b_h", sum.line().text().tex());
        assertEquals(1 + 3 + 2, sum.terms().size(), "each product of a weight and a unit, and each bias");
        assertEquals(4, sum.numbers().summands().size(), "each term of the line");
        List<Double> sizes =
                sum.terms().stream().map(term -> Math.abs(term.value())).toList();
        assertEquals(
                sizes.stream()
                        .sorted((one, other) -> Double.compare(other, one))
                        .toList(),
                sizes);
    }

    @Test
    void writesBracketsWhereSignsMeet() {
        Substitution numbers = new Substitution.Builder()
                .plus(new Substitution.Builder().times(-2).times(-3).build())
                .plus(new Substitution.Builder().times(-4).times(5).build(), true)
                .plus(-6)
                .build();
        assertEquals("-2.0 · (-3.0) − (-4.0) · 5.0 − 6.0", numbers.plain(String::valueOf));
        assertEquals("-2.0 \\cdot (-3.0) - (-4.0) \\cdot 5.0 - 6.0", numbers.tex(String::valueOf));
        assertFalse(numbers.isNumber());
    }

    @Test
    void aGradientNamesItsRoadsInTheOrderInWhichTheyRan() {
        Trace trace = OracleCase.load("rnn_tanh_1-3-1-5-1_mse_all_sum").trace();
        Site h = new Site(0, trace.network().cell().quantity("h"));
        Inspection inspection = Inspection.of(atEnd(trace), new Subject(h, true, 3, 0, 1));
        assertEquals(
                List.of("δh₃ += Uᵀ δa₄", "δh₃ += Vᵀ δy₃"),
                inspection.parts().stream()
                        .map(part -> part.line().text().plain())
                        .toList());
        assertEquals(
                List.of(Road.LATER, Road.LOSS),
                inspection.parts().stream()
                        .map(part -> part.arrival().orElseThrow().road())
                        .toList());
        double shares =
                inspection.parts().stream().mapToDouble(inspection::share).sum();
        assertEquals(1, shares, CLOSE);
    }

    @Test
    void aSumInTheMakingSaysWhatIsStillToCome() {
        Trace trace = OracleCase.load("lstm_1-3-1-5-1_mse_all_sum").trace();
        Site c = new Site(0, trace.network().cell().quantity("c"));
        Knowledge end = atEnd(trace);
        Inspection whole = Inspection.of(end, new Subject(c, true, 3, 0, 1));
        assertEquals(List.of(Road.LATER, Road.WITHIN), roads(whole));
        int afterFirst = whole.parts().get(0).line().position().cursor();
        Inspection half = Inspection.of(new Knowledge(end.program(), afterFirst, trace), new Subject(c, true, 3, 0, 1));
        assertEquals(Completeness.PARTIAL, half.state().completeness());
        assertEquals(List.of(Road.LATER), roads(half));
        assertEquals("δc₃ += δm₃ ⊙ (1 − m₃²)", half.awaited().get(0).text().plain());
        assertEquals(2, half.increments());
    }

    private static List<Road> roads(Inspection inspection) {
        return inspection.parts().stream()
                .map(part -> part.arrival().orElseThrow().road())
                .toList();
    }

    @Test
    void ratiosAreWhatALineLetsThroughOfTheGradient() {
        Trace trace = OracleCase.load("rnn_tanh_1-3-1-5-1_mse_all_sum").trace();
        Site h = new Site(0, trace.network().cell().quantity("h"));
        Site a = new Site(0, trace.network().cell().quantity("a"));
        Part slope = Inspection.of(atEnd(trace), new Subject(a, true, 2, 0, 0))
                .parts()
                .get(0);
        Inspection.Ratio ratio = slope.arrival().orElseThrow().ratio().orElseThrow();
        assertEquals(trace.gradientNorm(a, 2, 0) / trace.gradientNorm(h, 2, 0), ratio.value(), CLOSE);
        assertEquals("‖δh₂ ⊙ (1 − h₂²)‖ / ‖δh₂‖", ratio.name().plain());
    }

    @Test
    void tellsNothingBeforeItsLineHasRun() {
        Trace trace = OracleCase.load("lstm_1-3-1-5-1_mse_all_sum").trace();
        Program program = new Program(Schedule.of(trace.network()), trace.steps());
        Site c = new Site(0, trace.network().cell().quantity("c"));
        Knowledge early = new Knowledge(program, 9 + 5, trace);
        Inspection inspection = Inspection.of(early, new Subject(c, false, 2, 0, 0));
        assertEquals(Completeness.UNKNOWN, inspection.state().completeness());
        assertTrue(inspection.parts().isEmpty());
        assertEquals(List.of(0, 1), inspection.history().stream().map(Point::t).toList());
        assertEquals(
                "c₂ = f₂ ⊙ c₁ + i₂ ⊙ g₂", inspection.awaited().get(0).text().plain());
    }

    @Test
    void namesTheRowOfALineOverBlocks() {
        Trace trace = OracleCase.load("lstm_1-3-1-5-1_mse_all_sum").trace();
        Site a = new Site(0, trace.network().cell().quantity("a"));
        Subject forget = new Subject(a, true, 2, 0, 4);
        Inspection inspection = Inspection.of(atEnd(trace), forget);
        assertEquals(
                "δaᶠ₂ = δf₂ ⊙ f₂ ⊙ (1 − f₂)",
                inspection.parts().get(0).line().text().plain());
        assertEquals(new Notation("δaᶠ₂[1]", "\\delta a^{f}_{2}[1]"), UnitName.of(trace.network(), forget));
        Site f = new Site(0, trace.network().cell().quantity("f"));
        List<LineAt> readers =
                Inspection.of(atEnd(trace), new Subject(f, true, 2, 0, 1)).readers();
        assertEquals(
                List.of("δaᶠ₂ = δf₂ ⊙ f₂ ⊙ (1 − f₂)"),
                readers.stream().map(line -> line.text().plain()).toList());
    }
}
