package unroll.check;

import com.google.gson.JsonObject;
import java.util.Arrays;
import java.util.List;
import unroll.check.Comparison.Measure;
import unroll.check.Comparison.Rule;
import unroll.core.model.ParameterLayout;
import unroll.core.model.ParameterLayout.Entry;
import unroll.core.model.ParameterLayout.Kind;
import unroll.core.model.Site;
import unroll.core.optim.UpdateProgram;
import unroll.core.optim.UpdateRule;
import unroll.core.tensor.Tensor;
import unroll.io.ReadProblem;
import unroll.io.json.Fields;
import unroll.io.json.TensorJson;

/** An optimiser's case: the loss and the gradient at each of its steps on a small regression, and where the
 * optimiser went from there. */
final class OptimizerCase {
    /** A tolerance above this would prove nothing. */
    private static final double LOOSEST = 1e-6;

    private static final int MATRIX = 2;

    private final Fields root;
    private final TanhRegression problem;
    private final ParameterLayout layout;
    private final UpdateRule rule;
    private final Comparison comparison = new Comparison();
    private final Rule absolute;

    OptimizerCase(String file, JsonObject json) throws ReadProblem {
        this.root = Fields.of(file, json);
        this.problem = problem(root.object("problem"));
        int in = problem.inputs().extent(1);
        int out = problem.targets().extent(1);
        this.layout = new ParameterLayout(List.of(
                new Entry("W", Site.HEAD, Kind.OUTPUT_WEIGHT, out, in, 1, 0),
                new Entry("b", Site.HEAD, Kind.OUTPUT_BIAS, out, 0, 1, out * in)));
        this.rule = new RuleReader(root).read();
        double tolerance = root.positive("tolerance");
        if (tolerance > LOOSEST) {
            throw root.problem("tolerance", "expected a number up to " + LOOSEST + ", found " + tolerance);
        }
        this.absolute = new Rule(Measure.ABSOLUTE, tolerance);
    }

    private static TanhRegression problem(Fields fields) throws ReadProblem {
        Tensor inputs = TensorJson.read(fields, "X");
        Tensor targets = TensorJson.read(fields, "Y");
        boolean fits = inputs.rank() == MATRIX && targets.rank() == MATRIX && inputs.extent(0) == targets.extent(0);
        if (!fits || inputs.size() == 0 || targets.size() == 0) {
            throw fields.problem("Y", "expected two matrices X and Y with equally many rows");
        }
        return new TanhRegression(inputs, targets, fields.positive("scale"));
    }

    Deviation compare() throws ReadProblem {
        double[] weights = new double[layout.size()];
        for (Entry entry : layout.entries()) {
            TensorJson.read(root, entry.name() + "0", entry.shape()).copyTo(weights, entry.offset());
        }
        double[] gradient = new double[weights.length];
        UpdateProgram program = new UpdateProgram(rule, layout, weights, gradient);
        List<Fields> steps = root.objects("steps");
        if (steps.isEmpty()) {
            throw root.problem("steps", "expected at least one step, found none");
        }
        double[] before = weights.clone();
        for (Fields step : steps) {
            comparison.compare(step.path("loss"), problem.loss(before), step.number("loss"), absolute);
            problem.gradient(before, gradient);
            compare(step, "grad_", gradient);
            // From here on with the file's own numbers: a last digit would grow from step to step where a rate is high.
            read(step, "grad_", gradient);
            update(program, step, gradient);
            compare(step, "", weights);
            read(step, "", before);
        }
        return comparison.worst();
    }

    private void update(UpdateProgram program, Fields step, double[] gradient) throws ReadProblem {
        int clipping = rule.clipping().lines().size();
        program.begin();
        for (int line = 0; line < program.lines().size(); line++) {
            if (line == clipping && step.has("clipped_W")) {
                compare(step, "clipped_", gradient);
            }
            program.run(line);
        }
    }

    private void compare(Fields step, String prefix, double[] actual) throws ReadProblem {
        for (Entry entry : layout.entries()) {
            double[] part = Arrays.copyOfRange(actual, entry.offset(), entry.offset() + entry.size());
            comparison.compare(step.path(prefix + entry.name()), part, numbers(step, prefix, entry), absolute);
        }
    }

    private void read(Fields step, String prefix, double[] flat) throws ReadProblem {
        for (Entry entry : layout.entries()) {
            System.arraycopy(numbers(step, prefix, entry), 0, flat, entry.offset(), entry.size());
        }
    }

    private static double[] numbers(Fields step, String prefix, Entry entry) throws ReadProblem {
        double[] numbers = TensorJson.numbers(step, prefix + entry.name());
        if (numbers.length != entry.size()) {
            throw step.problem(prefix + entry.name(), "expected " + entry.size() + " numbers, found " + numbers.length);
        }
        return numbers;
    }
}
