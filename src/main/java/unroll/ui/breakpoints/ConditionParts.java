package unroll.ui.breakpoints;

import java.util.Locale;
import java.util.Optional;
import unroll.debug.measure.Aggregate;
import unroll.debug.measure.Comparison;
import unroll.debug.measure.Condition;
import unroll.debug.measure.Measure;
import unroll.debug.measure.MeasureProblem;
import unroll.debug.measure.Reading;
import unroll.debug.measure.Step;
import unroll.debug.measure.Symbol;

/**
 * A condition as the fields of the form.
 *
 * @param kind which number is taken
 * @param symbol of what, as it is written: with ∂L/∂, layer and step
 * @param unit for {@link Kind#UNIT}; empty for what has but one number
 * @param comparison the sign
 * @param bound a number, as it was typed
 * @param against what the bound multiplies
 */
record ConditionParts(Kind kind, String symbol, String unit, Comparison comparison, String bound, Against against) {
    /** Which number is taken of a vector. */
    enum Kind {
        NORM,
        UNIT,
        MAX,
        MIN,
        MEAN,
        NONFINITE,
        SATURATED;

        private static Kind of(Reading reading) {
            return reading instanceof Aggregate aggregate ? valueOf(aggregate.name()) : UNIT;
        }
    }

    /** What the bound is a factor of. */
    enum Against {
        /** Of nothing: it is a fixed number. */
        NOTHING,
        /** Of the same measure at T. */
        LAST,
        /** Of the same measure a step earlier. */
        BEFORE
    }

    /** The fields of a condition; empty for one that compares with something else than the form offers. */
    static Optional<ConditionParts> of(Condition condition) {
        Optional<Against> against = against(condition);
        return against.map(known -> new ConditionParts(
                Kind.of(condition.left().reading()),
                symbol(condition.left()),
                condition.left().reading() instanceof Reading.Unit unit ? String.valueOf(unit.index()) : "",
                condition.comparison(),
                bound(condition),
                known));
    }

    private static String symbol(Measure measure) {
        return new Measure(measure.symbol(), measure.step(), new Reading.Whole()).text();
    }

    private static String bound(Condition condition) {
        String alone = Condition.of(condition.left(), condition.comparison(), condition.factor())
                .text();
        return alone.substring(alone.lastIndexOf(' ') + 1);
    }

    private static Optional<Against> against(Condition condition) {
        if (condition.right().isEmpty()) {
            return Optional.of(Against.NOTHING);
        }
        Measure left = condition.left();
        Measure right = condition.right().get();
        Symbol measured = right.symbol();
        boolean same = measured.equals(left.symbol()) && right.reading().equals(left.reading());
        if (!same || !left.step().equals(Step.HERE)) {
            return Optional.empty();
        }
        if (right.step().equals(Step.LAST)) {
            return Optional.of(Against.LAST);
        }
        boolean before = right.step().equals(new Step(Step.Base.HERE, -1));
        return before ? Optional.of(Against.BEFORE) : Optional.empty();
    }

    /** The condition that the fields make. */
    Condition condition() throws MeasureProblem {
        String left = measure("");
        String right = switch (against) {
            case NOTHING -> "";
            case LAST -> " * " + measure("_T");
            case BEFORE -> " * " + measure("_t-1");
        };
        return Condition.parse(left + " " + comparison.sign() + " " + bound + right);
    }

    private String measure(String step) {
        String measured = symbol + step;
        if (kind == Kind.UNIT) {
            return unit.isBlank() ? measured : measured + "[" + unit.strip() + "]";
        }
        return kind.name().toLowerCase(Locale.ROOT) + "(" + measured + ")";
    }
}
