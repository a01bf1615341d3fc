package unroll.io;

import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import unroll.core.optim.Adagrad;
import unroll.core.optim.Adam;
import unroll.core.optim.AdamW;
import unroll.core.optim.Common;
import unroll.core.optim.Flavour;
import unroll.core.optim.Moments;
import unroll.core.optim.Optimizer;
import unroll.core.optim.RateSchedule;
import unroll.core.optim.RmsProp;
import unroll.core.optim.Sgd;
import unroll.io.json.Fields;

/**
 * An optimiser, such as {@code {"kind": "rmsprop", "flavour": "keras", "rate": 0.001}}. What is left out is as in the
 * library that the flavour names.
 */
final class OptimizerJson {
    private interface Reader {
        Optimizer read(Fields fields, boolean keras) throws ReadProblem;
    }

    private static final Map<String, Reader> READERS = readers();

    private OptimizerJson() {}

    private static Map<String, Reader> readers() {
        Map<String, Reader> readers = new LinkedHashMap<>();
        readers.put("sgd", (fields, keras) -> sgd(fields, keras ? Sgd.keras() : Sgd.torch()));
        readers.put("rmsprop", (fields, keras) -> rmsProp(fields, keras ? RmsProp.keras() : RmsProp.torch()));
        readers.put("adagrad", (fields, keras) -> adagrad(fields, keras ? Adagrad.keras() : Adagrad.torch()));
        readers.put("adam", (fields, keras) -> adam(fields, keras ? Adam.keras() : Adam.torch()));
        readers.put("adamw", (fields, keras) -> adamW(fields, keras ? AdamW.keras() : AdamW.torch()));
        return readers;
    }

    static Optimizer read(Fields fields) throws ReadProblem {
        boolean keras = fields.choice("flavour", Words.FLAVOURS) == Flavour.KERAS;
        Optimizer optimizer;
        try {
            optimizer = fields.choice("kind", READERS).read(fields, keras);
        } catch (IllegalArgumentException outOfRange) {
            throw fields.problem("kind", outOfRange.getMessage());
        }
        fields.end();
        return optimizer;
    }

    private static Common common(Fields fields, Common standard) throws ReadProblem {
        double rate = fields.has("rate") ? fields.number("rate", 0, Double.MAX_VALUE) : standard.learningRate();
        double decay =
                fields.has("weightDecay") ? fields.number("weightDecay", 0, Double.MAX_VALUE) : standard.weightDecay();
        double l2 = fields.has("l2") ? fields.number("l2", 0, Double.MAX_VALUE) : standard.l2();
        Optional<Fields> schedule = fields.optionalObject("schedule");
        return new Common(
                standard.flavour(),
                rate,
                decay,
                l2,
                schedule.isPresent() ? ScheduleJson.read(schedule.get()) : RateSchedule.CONSTANT);
    }

    private static Sgd sgd(Fields fields, Sgd standard) throws ReadProblem {
        return new Sgd(
                common(fields, standard.common()),
                number(fields, "momentum", standard.momentum()),
                number(fields, "dampening", standard.dampening()),
                flag(fields, "nesterov", standard.nesterov()));
    }

    private static RmsProp rmsProp(Fields fields, RmsProp standard) throws ReadProblem {
        return new RmsProp(
                common(fields, standard.common()),
                number(fields, "decay", standard.decay()),
                number(fields, "epsilon", standard.epsilon()),
                number(fields, "momentum", standard.momentum()),
                flag(fields, "centered", standard.centered()));
    }

    private static Adagrad adagrad(Fields fields, Adagrad standard) throws ReadProblem {
        return new Adagrad(
                common(fields, standard.common()),
                number(fields, "initial", standard.initial()),
                number(fields, "epsilon", standard.epsilon()),
                number(fields, "rateDecay", standard.rateDecay()));
    }

    private static Adam adam(Fields fields, Adam standard) throws ReadProblem {
        return new Adam(common(fields, standard.common()), moments(fields, standard.moments()));
    }

    private static AdamW adamW(Fields fields, AdamW standard) throws ReadProblem {
        return new AdamW(common(fields, standard.common()), moments(fields, standard.moments()));
    }

    private static Moments moments(Fields fields, Moments standard) throws ReadProblem {
        return new Moments(
                number(fields, "beta1", standard.beta1()),
                number(fields, "beta2", standard.beta2()),
                number(fields, "epsilon", standard.epsilon()),
                flag(fields, "amsgrad", standard.amsgrad()));
    }

    private static double number(Fields fields, String name, double standard) throws ReadProblem {
        return fields.has(name) ? fields.number(name) : standard;
    }

    private static boolean flag(Fields fields, String name, boolean standard) throws ReadProblem {
        return fields.has(name) ? fields.flag(name) : standard;
    }

    static JsonObject write(Optimizer optimizer) {
        JsonObject json = new JsonObject();
        json.addProperty("kind", optimizer.id());
        json.addProperty("flavour", optimizer.common().flavour().id());
        json.addProperty("rate", optimizer.common().learningRate());
        json.addProperty("weightDecay", optimizer.common().weightDecay());
        json.addProperty("l2", optimizer.common().l2());
        json.add("schedule", ScheduleJson.write(optimizer.common().schedule()));
        if (optimizer instanceof Sgd sgd) {
            json.addProperty("momentum", sgd.momentum());
            json.addProperty("dampening", sgd.dampening());
            json.addProperty("nesterov", sgd.nesterov());
        } else if (optimizer instanceof RmsProp rmsProp) {
            json.addProperty("decay", rmsProp.decay());
            json.addProperty("epsilon", rmsProp.epsilon());
            json.addProperty("momentum", rmsProp.momentum());
            json.addProperty("centered", rmsProp.centered());
        } else if (optimizer instanceof Adagrad adagrad) {
            json.addProperty("initial", adagrad.initial());
            json.addProperty("epsilon", adagrad.epsilon());
            json.addProperty("rateDecay", adagrad.rateDecay());
        } else if (optimizer instanceof Adam adam) {
            addMoments(json, adam.moments());
        } else if (optimizer instanceof AdamW adamW) {
            addMoments(json, adamW.moments());
        }
        return json;
    }

    private static void addMoments(JsonObject json, Moments moments) {
        json.addProperty("beta1", moments.beta1());
        json.addProperty("beta2", moments.beta2());
        json.addProperty("epsilon", moments.epsilon());
        json.addProperty("amsgrad", moments.amsgrad());
    }
}
