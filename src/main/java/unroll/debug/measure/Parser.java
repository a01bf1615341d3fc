package unroll.debug.measure;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads measures and conditions. {@code ‖ ‖}, {@code ·}, {@code ≤}, {@code δ} and {@code ∂L/∂} may be written
 * {@code | |}, {@code *}, {@code <=} and {@code d}.
 */
final class Parser {
    private static final Pattern NUMBER =
            Pattern.compile("[+\\-−]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+\\-−]?\\d+)?|[+\\-−]?(?:∞|inf)");
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9.]*(?:_[a-z][A-Za-z0-9]+)*");
    private static final Pattern STEP = Pattern.compile("_(?:([tT])(?:([+\\-−])(\\d{1,6}))?|(\\d{1,6}))");
    private static final Pattern UNIT = Pattern.compile("\\[\\s*(\\d{1,6})\\s*]");
    private static final Pattern LAYER = Pattern.compile("@(\\d{1,3})");
    private static final Pattern COMPARISON = Pattern.compile("<=|>=|[<>≤≥]");
    private static final String EXAMPLE = "for instance |dh| < 1e-6, h[3] > 0.9 or nonfinite(c)";

    private final String text;
    private int at;

    Parser(String text) {
        this.text = text.replace("∂L/∂", "d")
                .replace("δ", "d")
                .replace('‖', '|')
                .replace('·', '*')
                .replace('×', '*');
    }

    Measure measure() throws MeasureProblem {
        Measure measure = readMeasure();
        requireEnd();
        return measure;
    }

    Condition condition() throws MeasureProblem {
        Measure left = readMeasure();
        Optional<String> sign = take(COMPARISON);
        if (sign.isEmpty() && isAtEnd() && left.reading() == Aggregate.NONFINITE) {
            return Condition.of(left, Comparison.ABOVE, 0);
        }
        Comparison comparison = comparison(sign.orElseThrow(() -> problem("<, <=, > or >= after " + left.text())));
        Optional<String> number = take(NUMBER);
        double factor = number.isPresent() ? number(number.get()) : 1;
        Optional<Measure> right = Optional.empty();
        if (number.isEmpty() || takeChar('*')) {
            right = Optional.of(readMeasure());
            if (number.isEmpty() && takeChar('*')) {
                factor = number(take(NUMBER).orElseThrow(() -> problem("a number after *")));
            }
        }
        requireEnd();
        return new Condition(left, comparison, factor, right);
    }

    private static Comparison comparison(String sign) {
        String canonical = sign.replace("<=", "≤").replace(">=", "≥");
        return Arrays.stream(Comparison.values())
                .filter(each -> each.sign().equals(canonical))
                .findFirst()
                .orElseThrow();
    }

    private static double number(String written) {
        String plain = written.replace('−', '-').toLowerCase(Locale.ROOT);
        if (plain.endsWith("∞") || plain.endsWith("inf")) {
            return plain.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        return Double.parseDouble(plain);
    }

    private Measure readMeasure() throws MeasureProblem {
        if (takeChar('|')) {
            Measure inside = named(Aggregate.NORM);
            if (!takeChar('|')) {
                throw problem("| after the name whose norm is meant");
            }
            return inside;
        }
        int start = at;
        Optional<String> word = take(NAME);
        if (word.isPresent() && takeChar('(')) {
            Measure inside = named(aggregate(word.get()));
            if (!takeChar(')')) {
                throw problem(") after the name");
            }
            return inside;
        }
        at = start;
        return named(new Reading.Whole());
    }

    private Aggregate aggregate(String word) throws MeasureProblem {
        return Arrays.stream(Aggregate.values())
                .filter(each -> each.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new MeasureProblem("there is no " + word + "( ); there are "
                        + String.join(
                                ", ",
                                Arrays.stream(Aggregate.values())
                                        .map(Aggregate::word)
                                        .toList())));
    }

    /** A name with its layer, step and unit. */
    private Measure named(Reading whole) throws MeasureProblem {
        String name = take(NAME).orElseThrow(() -> problem("a name such as h, a.i or dh"));
        boolean gradient = name.length() > 1 && name.charAt(0) == 'd';
        int layer = take(LAYER).map(mark -> Integer.parseInt(mark.substring(1))).orElse(Symbol.ANY_LAYER);
        Step step = step();
        Matcher unit = matcher(UNIT);
        Reading reading = whole;
        if (unit.lookingAt()) {
            if (whole instanceof Aggregate aggregate) {
                throw problem("no unit: " + aggregate.word() + " is over all units");
            }
            reading = new Reading.Unit(Integer.parseInt(unit.group(1)));
            at = unit.end();
        }
        return new Measure(new Symbol(gradient ? name.substring(1) : name, layer, gradient), step, reading);
    }

    private Step step() {
        Matcher step = matcher(STEP);
        if (!step.lookingAt()) {
            return Step.HERE;
        }
        at = step.end();
        if (step.group(4) != null) {
            return Step.of(Integer.parseInt(step.group(4)));
        }
        int offset = step.group(3) == null ? 0 : Integer.parseInt(step.group(3));
        boolean back = step.group(2) != null && !step.group(2).equals("+");
        return new Step(step.group(1).equals("t") ? Step.Base.HERE : Step.Base.LAST, back ? -offset : offset);
    }

    private Matcher matcher(Pattern pattern) {
        return pattern.matcher(text).region(at, text.length());
    }

    private void skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private Optional<String> take(Pattern pattern) {
        skipBlanks();
        Matcher matcher = matcher(pattern);
        if (!matcher.lookingAt()) {
            return Optional.empty();
        }
        at = matcher.end();
        return Optional.of(matcher.group());
    }

    private boolean takeChar(char wanted) {
        skipBlanks();
        boolean found = at < text.length() && text.charAt(at) == wanted;
        at += found ? 1 : 0;
        return found;
    }

    private boolean isAtEnd() {
        skipBlanks();
        return at == text.length();
    }

    private void requireEnd() throws MeasureProblem {
        if (!isAtEnd()) {
            throw problem("nothing more");
        }
    }

    private MeasureProblem problem(String expected) {
        String found = isAtEnd() ? "the end" : "\"" + text.substring(at) + "\"";
        return new MeasureProblem("expected " + expected + ", found " + found + "; " + EXAMPLE);
    }
}
