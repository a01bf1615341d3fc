package unroll.debug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.core.model.Schedule;
import unroll.core.model.Site;
import unroll.core.op.Quantity;
import unroll.core.trace.Trace;
import unroll.debug.Inspection.Part;
import unroll.debug.Inspection.Subject;
import unroll.debug.Inspection.Summand;
import unroll.oracle.OracleCase;

class InspectionTest {
    /** Where a padded step hands its gradient on, no line's terms make it. */
    static Stream<OracleCase> withoutPadding() {
        return OracleCase.all().filter(each -> !each.config().get("packed").getAsBoolean());
    }

    private static Knowledge atEnd(Trace trace) {
        Program program = new Program(Schedule.of(trace.network()), trace.steps());
        return new Knowledge(program, program.size(), trace);
    }

    /** The terms are the number: whatever the cell, they sum to what the line made, and the lines to the total. */
    @ParameterizedTest
    @MethodSource("withoutPadding")
    void termsSumToTheTracedNumber(OracleCase oracle) {
        Trace trace = oracle.trace();
        Knowledge knowledge = atEnd(trace);
        for (int layer = 0; layer < trace.network().layers(); layer++) {
            for (Quantity quantity : trace.network().cell().quantities()) {
                Site site = new Site(layer, quantity);
                for (int unit = 0; unit < trace.width(site); unit += 3) {
                    check(knowledge, new Subject(site, false, 1, 0, unit));
                    check(knowledge, new Subject(site, true, 1, 0, unit));
                }
            }
        }
    }

    private static void check(Knowledge knowledge, Subject subject) {
        Inspection inspection = Inspection.of(knowledge, subject);
        double total = inspection.parts().stream().mapToDouble(Part::value).sum();
        assertEquals(inspection.state().value().orElseThrow(), total, 1e-12, subject::toString);
        for (Part part : inspection.parts()) {
            if (!part.terms().isEmpty()) {
                double sum = part.terms().stream().mapToDouble(Summand::value).sum();
                assertEquals(part.value(), sum, 1e-12, subject::toString);
            }
        }
    }

    @Test
    void showsTheLineWithNumbersInPlaceOfSymbols() {
        Trace trace = OracleCase.load("rnn_tanh_1-3-1-5-1_mse_all_sum").trace();
        Site h = new Site(0, trace.network().cell().quantity("h"));
        Part part = Inspection.of(atEnd(trace), new Subject(h, false, 3, 0, 1))
                .parts()
                .get(0);
        assertEquals("h₃ = tanh(a₃)", part.line().text().plain());
        assertTrue(part.numbers().tex(Double::toString).startsWith("\\tanh("));
        Site a = new Site(0, trace.network().cell().quantity("a"));
        Part sum = Inspection.of(atEnd(trace), new Subject(a, false, 3, 0, 1))
                .parts()
                .get(0);
        assertEquals("a₃ = W x₃ + U h₂ + bₓ + bₕ", sum.line().text().plain());
        assertEquals(1 + 3 + 2, sum.terms().size(), "each product of a weight and a unit, and each bias");
    }

    @Test
    void gradientNamesItsSourcesInTheOrderInWhichTheyRan() {
        Trace trace = OracleCase.load("rnn_tanh_1-3-1-5-1_mse_all_sum").trace();
        Site h = new Site(0, trace.network().cell().quantity("h"));
        Inspection inspection = Inspection.of(atEnd(trace), new Subject(h, true, 3, 0, 1));
        assertEquals(
                List.of("δh₃ += Uᵀ δa₄", "δh₃ += Vᵀ δy₃"),
                inspection.parts().stream()
                        .map(part -> part.line().text().plain())
                        .toList());
        assertEquals(2, inspection.increments());
    }

    @Test
    void tellsNothingBeforeItsLineHasRun() {
        Trace trace = OracleCase.load("lstm_1-3-1-5-1_mse_all_sum").trace();
        Program program = new Program(Schedule.of(trace.network()), trace.steps());
        Site c = new Site(0, trace.network().cell().quantity("c"));
        Knowledge early = new Knowledge(program, 9 + 5, trace);
        Inspection inspection = Inspection.of(early, new Subject(c, false, 2, 0, 0));
        assertEquals(Optional.empty(), inspection.state().value());
        assertTrue(inspection.parts().isEmpty());
        assertEquals(
                List.of(0, 1),
                inspection.history().stream().map(Inspection.Point::t).toList());
    }
}
