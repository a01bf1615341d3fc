package unroll.check;

import com.google.gson.JsonObject;
import unroll.check.Comparison.Measure;
import unroll.check.Comparison.Rule;
import unroll.check.ResultTree.Slices;
import unroll.core.trace.Trace;
import unroll.io.CaseFile;
import unroll.io.CaseFile.Amount;
import unroll.io.CaseResults;
import unroll.io.ReadProblem;
import unroll.io.json.Fields;

/**
 * A cell's case: every result that its file holds against what this program computes. Of results a file may hold fewer;
 * the loss and the parameters' gradients it must.
 */
final class CellCase {
    /** A tolerance above this would prove nothing. */
    private static final double LOOSEST = 1e-3;

    private final CaseFile given;
    private final Fields root;
    private final Comparison comparison = new Comparison();

    CellCase(String file, JsonObject json) throws ReadProblem {
        this.given = CaseFile.of(file, json);
        this.root = Fields.of(file, json);
    }

    Deviation compare() throws ReadProblem {
        Fields tolerance = root.object("tolerance");
        Rule values = new Rule(Measure.VALUE, tolerance(tolerance, "forward"));
        Rule gradients = new Rule(Measure.GRADIENT, tolerance(tolerance, "grad"));
        boolean perStep = tolerance.flag("per_step");
        Trace trace = given.trace();
        CaseResults results = new CaseResults(trace, Amount.FULL);
        Slices slices = new Slices(perStep, Padding.of(given));
        Fields forward = root.object("forward");
        forward.number("loss");
        new ResultTree(comparison, values, slices).compare(forward, results.forward());
        Fields grad = root.object("grad");
        grad.object("params");
        new ResultTree(comparison, gradients, slices).compare(grad, results.grad());
        compareAnalysis(new CaseAnalysis(trace), new ResultTree(comparison, gradients, slices));
        return comparison.worst();
    }

    private static double tolerance(Fields fields, String name) throws ReadProblem {
        double tolerance = fields.positive(name);
        if (tolerance > LOOSEST) {
            throw fields.problem(name, "expected a number up to " + LOOSEST + ", found " + tolerance);
        }
        return tolerance;
    }

    private void compareAnalysis(CaseAnalysis analysis, ResultTree tree) throws ReadProblem {
        if (root.has("contribution")) {
            requireDefined(analysis, "contribution");
            tree.compare(root.object("contribution"), analysis.contribution());
        }
        if (root.has("jacobian")) {
            requireDefined(analysis, "jacobian");
            if (given.batch().rows() > 1) {
                throw root.problem("jacobian", "expected this of a batch of 1 row only");
            }
            tree.compare(root.object("jacobian"), analysis.jacobian());
        }
    }

    private void requireDefined(CaseAnalysis analysis, String name) throws ReadProblem {
        if (!analysis.isDefined()) {
            throw root.problem(name, "expected this of a single layer in one direction only");
        }
    }
}
