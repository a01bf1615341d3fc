package unroll.debug;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import unroll.core.model.Network;
import unroll.core.model.ParameterLayout;
import unroll.core.model.Site;
import unroll.core.op.Activation;
import unroll.core.op.Equation;
import unroll.core.op.Factor;
import unroll.core.op.Increment;
import unroll.core.op.Op;
import unroll.core.op.ParameterRef;
import unroll.core.op.Quantity;
import unroll.core.op.Term;
import unroll.core.op.VectorLine;
import unroll.core.op.VectorRef;
import unroll.core.trace.Trace;
import unroll.debug.Inspection.Part;
import unroll.debug.Inspection.Subject;
import unroll.debug.Inspection.Summand;

/** One line's work on one unit, term by term, taken from the line itself. */
final class UnitOfLine {
    private final Trace trace;
    private final Network network;
    private final Subject subject;
    private final Position position;
    private final int layer;
    private final List<Summand> terms = new ArrayList<>();
    private final List<String> numbers = new ArrayList<>();

    UnitOfLine(Trace trace, Subject subject, Position position) {
        this.trace = trace;
        this.network = trace.network();
        this.subject = subject;
        this.position = position;
        this.layer = position.line().layer();
    }

    /** What a forward line computed. */
    Part value() {
        Equation equation = (Equation) position.line().line();
        double value = trace.value(subject.site(), position.t(), subject.row(), subject.unit());
        if (equation.op() instanceof Op.Sum sum) {
            sum.terms().forEach(this::term);
        } else if (equation.op() instanceof Op.Activate activate) {
            double argument = read(activate.argument(), subject.unit());
            String function = activate.function().tex();
            numbers.add(function.isEmpty() ? number(argument) : function + "(" + number(argument) + ")");
        }
        return part(equation.tex(), value);
    }

    /** What a backward line added. */
    Part gradient() {
        VectorLine line = (VectorLine) position.line().line();
        for (Increment increment : line.increments()) {
            if (covers(increment.target())) {
                increment(increment);
            }
        }
        double value = trace.keepsIncrements(position.line())
                ? trace.increment(position.line(), position.t(), subject.row(), subject.unit())
                : trace.gradient(subject.site(), subject.t(), subject.row(), subject.unit());
        return part(texOf(line), value);
    }

    /** A line over blocks shows the row of the block in which the unit lies. */
    private String texOf(VectorLine line) {
        int block = subject.unit() / blockWidth(line.target());
        return line.rows().isEmpty() ? line.tex() : line.rows().get(block).tex();
    }

    private Part part(String tex, double value) {
        return new Part(position, atStep(tex), String.join(" ", numbers), value, terms);
    }

    private String atStep(String tex) {
        return tex.replace("_{t-1}", "_{" + (position.t() - 1) + "}").replace("_t", "_{" + position.t() + "}");
    }

    private boolean covers(VectorRef target) {
        return target.block() == VectorRef.WHOLE || target.block() == subject.unit() / blockWidth(target);
    }

    private int blockWidth(VectorRef vector) {
        return network.extent(anyLayer(), vector.quantity().extent());
    }

    private int anyLayer() {
        return layer == Site.HEAD ? network.layers() - 1 : layer;
    }

    private void term(Term term) {
        if (term instanceof Term.Product product) {
            product(product.matrix(), product.vector());
        } else if (term instanceof Term.Bias bias) {
            double value = parameter(bias.bias(), subject.unit(), 0);
            add(bias.bias().tex() + "[" + (subject.unit() + 1) + "]", value, Optional.empty());
            sign(number(value));
        } else if (term instanceof Term.Elementwise product) {
            double value = 1;
            List<String> factors = new ArrayList<>();
            for (Factor factor : product.factors()) {
                double number = factor(factor);
                value *= number;
                factors.add(grouped(number));
            }
            add(atStep(product.tex()), value, subjectOf(product.factors().get(0).vector(), subject.unit()));
            sign(String.join(" \\cdot ", factors));
        }
    }

    private void product(ParameterRef matrix, VectorRef vector) {
        double sum = 0;
        for (int k = 0; k < width(vector); k++) {
            double value = parameter(matrix, subject.unit(), k) * read(vector, k);
            add(atStep(vector.tex()) + "[" + (k + 1) + "]", value, subjectOf(vector, k));
            sum += value;
        }
        sign(number(sum));
    }

    private void increment(Increment increment) {
        int unit = unitIn(increment.target());
        if (increment instanceof Increment.Transposed transposed) {
            double sum = 0;
            for (int i = 0; i < width(increment.source()); i++) {
                double value = parameter(transposed.matrix(), i, unit) * readGradient(increment.source(), i);
                add(
                        "\\delta " + atStep(increment.source().tex()) + "[" + (i + 1) + "]",
                        value,
                        gradientOf(increment.source(), i));
                sum += value;
            }
            sign(number(sum));
        } else if (increment instanceof Increment.Elementwise product) {
            elementwise(product, unit);
        } else if (increment instanceof Increment.Slope slope) {
            slope(slope, unit);
        }
    }

    private void elementwise(Increment.Elementwise product, int unit) {
        double value = readGradient(product.source(), unit);
        List<String> factors = new ArrayList<>(List.of(number(value)));
        for (Factor factor : product.others()) {
            double number = factor(factor);
            value *= number;
            factors.add(grouped(number));
        }
        double signed = product.negative() ? -value : value;
        add((product.negative() ? "-" : "") + atStep(product.tex()), signed, gradientOf(product.source(), unit));
        String text = String.join(" \\cdot ", factors);
        numbers.add(product.negative() ? "- " + text : numbers.isEmpty() ? text : "+ " + text);
    }

    private void slope(Increment.Slope slope, int unit) {
        double gradient = readGradient(slope.source(), unit);
        double y = read(slope.source(), unit);
        double value = gradient * slope.function().slope(y);
        add(atStep(slope.tex()), value, gradientOf(slope.source(), unit));
        String text = number(gradient);
        if (slope.function() == Activation.RELU) {
            text += " \\cdot " + number(slope.function().slope(y));
        } else if (slope.function() != Activation.IDENTITY) {
            text += " \\cdot " + slope.function().slopeTex(grouped(y), "a").replace("\\odot", "\\cdot");
        }
        numbers.add(text);
    }

    private void add(String tex, double value, Optional<Subject> from) {
        terms.add(new Summand(tex, value, from));
    }

    private void sign(String text) {
        numbers.add(numbers.isEmpty() ? text : text.startsWith("-") ? "- " + text.substring(1) : "+ " + text);
    }

    /** The unit's place within a block, for lines over blocks. */
    private int unitIn(VectorRef target) {
        return target.block() == VectorRef.WHOLE ? subject.unit() : subject.unit() % blockWidth(target);
    }

    private int width(VectorRef vector) {
        int block = blockWidth(vector);
        return vector.block() == VectorRef.WHOLE ? block * vector.quantity().blockCount() : block;
    }

    private double factor(Factor factor) {
        double value = read(factor.vector(), subject.unit());
        return factor.complement() ? 1 - value : value;
    }

    private double read(VectorRef vector, int unit) {
        return trace.value(site(vector.quantity()), position.t() + vector.shift(), subject.row(), at(vector, unit));
    }

    private double readGradient(VectorRef vector, int unit) {
        return trace.gradient(site(vector.quantity()), position.t() + vector.shift(), subject.row(), at(vector, unit));
    }

    private int at(VectorRef vector, int unit) {
        return vector.block() == VectorRef.WHOLE ? unit : vector.block() * blockWidth(vector) + unit;
    }

    private Optional<Subject> subjectOf(VectorRef vector, int unit) {
        int t = position.t() + vector.shift();
        return Optional.of(new Subject(site(vector.quantity()), false, t, subject.row(), at(vector, unit)));
    }

    private Optional<Subject> gradientOf(VectorRef vector, int unit) {
        int t = position.t() + vector.shift();
        return Optional.of(new Subject(site(vector.quantity()), true, t, subject.row(), at(vector, unit)));
    }

    private Site site(Quantity quantity) {
        return network.site(layer, quantity);
    }

    private double parameter(ParameterRef parameter, int row, int column) {
        String name = layer == Site.HEAD ? parameter.name() : parameter.name() + "_l" + layer;
        ParameterLayout.Entry entry = trace.parameters().layout().entry(name);
        int firstRow = parameter.firstBlock() * (entry.rows() / entry.blocks());
        int index = (firstRow + row) * Math.max(1, entry.columns()) + column;
        return trace.parameters().at(entry, index);
    }

    private static String grouped(double value) {
        return value < 0 ? "(" + number(value) + ")" : number(value);
    }

    /** Four significant digits, as everywhere on the screen, in TeX. */
    private static String number(double value) {
        if (Double.isNaN(value)) {
            return "\\mathrm{NaN}";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "\\infty" : "-\\infty";
        }
        if (value == 0) {
            return "0";
        }
        double magnitude = Math.abs(value);
        if (magnitude >= 1e-3 && magnitude < 1e6) {
            int decimals = Math.max(0, 3 - (int) Math.floor(Math.log10(magnitude)));
            return String.format(Locale.ROOT, "%." + decimals + "f", value);
        }
        String[] digits = String.format(Locale.ROOT, "%.3e", value).split("e", 2);
        return digits[0] + "\\cdot 10^{" + Integer.parseInt(digits[1]) + "}";
    }
}
