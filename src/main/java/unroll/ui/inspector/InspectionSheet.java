package unroll.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import unroll.core.model.Network;
import unroll.debug.Completeness;
import unroll.debug.Convention;
import unroll.debug.Inspection;
import unroll.debug.Inspection.Arrival;
import unroll.debug.Inspection.Part;
import unroll.debug.Inspection.Subject;
import unroll.debug.Inspection.Summand;
import unroll.debug.Knowledge;
import unroll.debug.LineAt;
import unroll.debug.Naming;
import unroll.debug.Notation;
import unroll.debug.Position;
import unroll.debug.Road;
import unroll.debug.Substitution;
import unroll.debug.UnitName;
import unroll.plot.Hit;
import unroll.plot.NumberFormat;
import unroll.plot.Role;
import unroll.plot.lanes.UnitTarget;
import unroll.plot.sheet.Bar;
import unroll.plot.sheet.FormulaRow;
import unroll.plot.sheet.Gap;
import unroll.plot.sheet.NumberTex;
import unroll.plot.sheet.Pair;
import unroll.plot.sheet.Paragraph;
import unroll.plot.sheet.Row;
import unroll.plot.sheet.Saying;
import unroll.plot.sheet.Sparkline;
import unroll.plot.sheet.Type;
import unroll.ui.state.Messages;

/** Says in rows what an inspection found: formula with numbers, terms, where they come from, history, readers. */
final class InspectionSheet {
    /** A line that can be gone to: the cursor right after it. */
    record LineTarget(int cursor) implements Hit.Target {}

    private static final int MOST_TERMS = 6;
    private static final int MOST_TERMS_OF_PART = 4;
    private static final int FEWEST_POINTS = 2;
    private static final double SECTION = 10;
    private static final double SMALL = 4;

    private final Knowledge knowledge;
    private final Network network;
    private final Naming naming;
    private final Messages messages;
    private final List<Row> rows = new ArrayList<>();

    private InspectionSheet(Knowledge knowledge, Convention convention, Messages messages) {
        this.naming = new Naming(knowledge.trace().network(), convention);
        this.knowledge = knowledge;
        this.network = knowledge.trace().network();
        this.messages = messages;
    }

    /** The rows for one number where the cursor stands. */
    static List<Row> of(Knowledge knowledge, Subject subject, Convention convention, Messages messages) {
        InspectionSheet sheet = new InspectionSheet(knowledge, convention, messages);
        sheet.explain(Inspection.of(knowledge, subject));
        return sheet.rows;
    }

    private void explain(Inspection inspection) {
        name(inspection.subject());
        Completeness completeness = inspection.state().completeness();
        if (completeness == Completeness.ABSENT) {
            note("inspector.absent");
        } else if (completeness == Completeness.UNKNOWN) {
            note("inspector.unknown");
            awaited(inspection, "inspector.computedBy");
        } else if (inspection.parts().isEmpty()) {
            given(inspection);
        } else if (inspection.increments() == 1) {
            single(inspection);
        } else {
            sum(inspection);
        }
        history(inspection);
        readers(inspection);
    }

    /** Which number is meant, and what its δ stands for. */
    private void name(Subject subject) {
        Notation name = UnitName.of(network, subject);
        if (subject.gradient()) {
            Subject value = new Subject(subject.site(), false, subject.t(), subject.row(), subject.unit());
            Notation of = UnitName.of(network, value);
            name = new Notation(
                    name.plain() + " = ∂L/∂" + of.plain(), name.tex() + " = \\partial L / \\partial " + of.tex());
        }
        rows.add(Paragraph.of(saying(name), Type.NAME));
        rows.add(new Gap(SMALL));
    }

    private void note(String key, Object... values) {
        rows.add(Paragraph.of(Saying.of(messages.text(key, values)), Type.NOTE));
    }

    private static Saying saying(Notation notation) {
        return new Saying("$" + notation.tex() + "$", notation.plain());
    }

    private Saying saying(String key, Notation notation) {
        return new Saying(messages.text(key, "$" + notation.tex() + "$"), messages.text(key, notation.plain()));
    }

    private void given(Inspection inspection) {
        Subject subject = inspection.subject();
        note(subject.gradient() ? "inspector.zero" : subject.t() == 0 ? "inspector.initial" : "inspector.input");
        result("", inspection);
    }

    private void result(String words, Inspection inspection) {
        inspection
                .state()
                .value()
                .ifPresent(value -> rows.add(
                        Paragraph.of(Saying.of((words + " = " + NumberFormat.format(value)).strip()), Type.RESULT)));
    }

    /** A number that one line makes: the line, and where the one number comes from that it works on. */
    private void single(Inspection inspection) {
        Part part = inspection.parts().get(0);
        formula(part);
        result("", inspection);
        if (part.terms().size() > 1) {
            terms(part.terms(), MOST_TERMS, true);
        }
        ratio(part);
        part.origin().ifPresent(this::origin);
    }

    /** What the line's slope, gate or matrix does to the gradient as a whole. */
    private void ratio(Part part) {
        part.arrival().flatMap(Arrival::ratio).ifPresent(ratio -> {
            String value = Double.isNaN(ratio.value())
                    ? messages.text("inspector.undefined")
                    : NumberFormat.format(ratio.value());
            rows.add(new Pair(saying("inspector.ratio", ratio.name()), value));
        });
    }

    private void formula(Part part) {
        Notation line = naming.of(part.line().text());
        rows.add(new FormulaRow(List.of(line.tex()), Role.FOREGROUND, line.plain()));
        if (!part.numbers().isNumber()) {
            List<String> summands = new ArrayList<>();
            for (Substitution summand : part.numbers().summands()) {
                // An empty group before a sign makes it join two summands, with room on both sides.
                summands.add((summands.isEmpty() ? "= " : "{}") + summand.tex(NumberTex::of));
            }
            String plain = "= " + part.numbers().plain(NumberFormat::format);
            rows.add(new FormulaRow(summands, Role.MUTED, plain));
        }
    }

    private void origin(Subject subject) {
        Inspection origin = Inspection.of(knowledge, subject);
        if (origin.parts().stream().allMatch(part -> part.terms().size() < 2 && origin.increments() == 1)) {
            return;
        }
        rows.add(new Gap(SECTION));
        rows.add(Paragraph.link(saying("inspector.origin", UnitName.of(network, subject)), target(subject)));
        if (origin.increments() == 1) {
            terms(origin.parts().get(0).terms(), MOST_TERMS, false);
        } else {
            origin.parts().forEach(part -> increment(origin, part));
        }
    }

    /** A number that several lines add to: each by its road, with its share, then the sum. */
    private void sum(Inspection inspection) {
        boolean partial = inspection.state().completeness() == Completeness.PARTIAL;
        if (partial) {
            String text = messages.text("inspector.partial", inspection.parts().size(), inspection.increments());
            rows.add(Paragraph.of(Saying.of(text), Type.PENDING));
        }
        for (Part part : inspection.parts()) {
            rows.add(new Gap(SMALL));
            increment(inspection, part);
        }
        rows.add(new Gap(SMALL));
        result(messages.text(partial ? "inspector.soFar" : "inspector.sum"), inspection);
        if (partial) {
            awaited(inspection, "inspector.stillToCome");
        }
    }

    private void increment(Inspection inspection, Part part) {
        long percent = Math.round(100 * inspection.share(part));
        String share = inspection.parts().size() > 1 ? messages.text("inspector.share", percent) : "";
        String road = road(part.arrival().orElseThrow().road(), part.line());
        rows.add(new Pair(Saying.of(road), share));
        formula(part);
        rows.add(Paragraph.of(Saying.of("= " + NumberFormat.format(part.value())), Type.TEXT));
        if (part.terms().size() > 1) {
            terms(part.terms(), MOST_TERMS_OF_PART, false);
        }
        ratio(part);
    }

    private String road(Road road, LineAt line) {
        return messages.text(
                "inspector.road." + road.name(),
                line.position().t(),
                line.position().line().layer() + 1);
    }

    private void terms(List<Summand> terms, int most, boolean titled) {
        if (titled) {
            rows.add(new Gap(SMALL));
            note(terms.size() > most ? "inspector.largest" : "inspector.terms", most, terms.size());
        }
        double largest = Math.abs(terms.get(0).value());
        terms.stream().limit(most).forEach(term -> rows.add(bar(term, largest)));
        if (terms.size() > most) {
            double rest = terms.stream().skip(most).mapToDouble(Summand::value).sum();
            Saying name = Saying.of(messages.text("inspector.rest", terms.size() - most));
            rows.add(new Bar(name, rest, largest, "", Optional.empty()));
        }
    }

    private static Bar bar(Summand term, double largest) {
        String numbers = term.numbers().isNumber() ? "" : " = " + term.numbers().plain(NumberFormat::format);
        String tip = term.product() + numbers + " = " + NumberFormat.format(term.value());
        return new Bar(
                saying(term.name()), term.value(), largest, tip, term.from().map(InspectionSheet::target));
    }

    private static Hit.Target target(Subject subject) {
        return new UnitTarget(subject.site(), subject.gradient(), subject.t(), subject.unit());
    }

    private void awaited(Inspection inspection, String key) {
        for (LineAt line : inspection.awaited()) {
            rows.add(new Gap(SMALL));
            Position position = line.position();
            String text = messages.text(key, position.line().number(), position.t());
            rows.add(Paragraph.link(Saying.of(text), new LineTarget(position.cursor())));
            Notation named = naming.of(line.text());
            rows.add(new FormulaRow(List.of(named.tex()), Role.MUTED, named.plain()));
        }
    }

    private void history(Inspection inspection) {
        Subject subject = inspection.subject();
        // On a logarithmic scale there is no place for exact zero.
        List<Sparkline.Point> points = inspection.history().stream()
                .filter(point -> !subject.gradient() || point.value() != 0)
                .map(point -> new Sparkline.Point(point.t(), point.value()))
                .toList();
        if (points.size() < FEWEST_POINTS) {
            return;
        }
        rows.add(new Gap(SECTION));
        note(subject.gradient() ? "inspector.historyOfGradient" : "inspector.history");
        rows.add(new Sparkline((UnitTarget) target(subject), knowledge.trace().steps(), points));
    }

    private void readers(Inspection inspection) {
        if (inspection.readers().isEmpty()) {
            return;
        }
        rows.add(new Gap(SECTION));
        note("inspector.feeds");
        for (LineAt line : inspection.readers()) {
            String number =
                    messages.text("inspector.line", line.position().line().number());
            Notation named = naming.of(line.text());
            Saying text = new Saying(number + "\u2002$" + named.tex() + "$", number + " " + named.plain());
            rows.add(Paragraph.link(text, new LineTarget(line.position().cursor())));
        }
    }
}
