package unroll.io;

import com.google.gson.JsonObject;
import java.util.Map;
import unroll.core.cell.BiasMode;
import unroll.core.model.Head;
import unroll.core.model.LossSpec;
import unroll.core.model.LossSpec.At;
import unroll.core.model.LossSpec.OverTime;
import unroll.core.op.Activation;
import unroll.core.op.LossKind;
import unroll.experiment.CellKind;
import unroll.experiment.Model;
import unroll.experiment.Wiring;
import unroll.io.json.Fields;

/** A model, such as {@code {"cell": "lstm", "hidden": 50, "loss": {"kind": "mse", "at": "last"}}}. */
final class ModelJson {
    private static final Map<String, CellKind> CELLS = Words.of(CellKind.values(), CellKind::id);
    private static final Map<String, Head> OUTPUTS = Words.of(Head.values(), Head::id);
    private static final Map<String, At> PLACES = Words.of(At.values(), Words::ofConstant);
    private static final Map<String, OverTime> REDUCTIONS = Words.of(OverTime.values(), Words::ofConstant);
    private static final int MAX_HIDDEN = 4096;
    private static final int MAX_LAYERS = 16;

    private ModelJson() {}

    static Model read(Fields fields) throws ReadProblem {
        CellKind cell = fields.choice("cell", CELLS);
        Activation activation =
                fields.has("activation") ? fields.choice("activation", Words.ACTIVATIONS) : Activation.TANH;
        int hidden = fields.whole("hidden", 1, MAX_HIDDEN);
        BiasMode bias = fields.has("bias") ? fields.choice("bias", Words.BIASES) : BiasMode.SINGLE;
        LossSpec loss = loss(fields.object("loss"));
        Wiring wiring = wiring(fields, loss);
        fields.end();
        try {
            return new Model(cell, activation, hidden, wiring, bias, loss);
        } catch (IllegalArgumentException mismatch) {
            throw fields.problem("output", mismatch.getMessage());
        }
    }

    private static Wiring wiring(Fields fields, LossSpec loss) throws ReadProblem {
        return new Wiring(
                fields.has("layers") ? fields.whole("layers", 1, MAX_LAYERS) : 1,
                fields.has("bidirectional") && fields.flag("bidirectional"),
                fields.has("output") ? fields.choice("output", OUTPUTS) : usualOutput(loss));
    }

    /** A negative log-likelihood reads log-probabilities, which only one output makes. */
    private static Head usualOutput(LossSpec loss) {
        return loss.kind() == LossKind.NLL ? Head.LOG_SOFTMAX : Head.LINEAR;
    }

    private static LossSpec loss(Fields fields) throws ReadProblem {
        At at = fields.choice("at", PLACES);
        OverTime overTime = fields.has("overTime") ? fields.choice("overTime", REDUCTIONS) : OverTime.MEAN;
        // One loss needs no weight; all losses at the end are the same value whatever the file says.
        LossSpec loss = new LossSpec(fields.choice("kind", Words.LOSSES), at, at == At.EVERY ? overTime : OverTime.SUM);
        fields.end();
        return loss;
    }

    static JsonObject write(Model model) {
        JsonObject json = new JsonObject();
        json.addProperty("cell", model.cell().id());
        json.addProperty("activation", model.activation().id());
        json.addProperty("hidden", model.hidden());
        json.addProperty("layers", model.layers());
        json.addProperty("bidirectional", model.wiring().bidirectional());
        // What is usual follows the loss, also when that is changed.
        if (model.wiring().output() != usualOutput(model.loss())) {
            json.addProperty("output", model.wiring().output().id());
        }
        json.addProperty("bias", model.bias().id());
        JsonObject loss = new JsonObject();
        loss.addProperty("kind", model.loss().kind().id());
        loss.addProperty("at", Words.ofConstant(model.loss().at()));
        if (model.loss().atEveryStep()) {
            loss.addProperty("overTime", Words.ofConstant(model.loss().overTime()));
        }
        json.add("loss", loss);
        return json;
    }
}
