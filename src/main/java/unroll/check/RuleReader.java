package unroll.check;

import java.util.LinkedHashMap;
import java.util.Map;
import unroll.core.optim.Adagrad;
import unroll.core.optim.Adam;
import unroll.core.optim.AdamW;
import unroll.core.optim.Clipping;
import unroll.core.optim.Common;
import unroll.core.optim.Flavour;
import unroll.core.optim.Moments;
import unroll.core.optim.Optimizer;
import unroll.core.optim.RmsProp;
import unroll.core.optim.Sgd;
import unroll.core.optim.UpdateRule;
import unroll.io.ReadProblem;
import unroll.io.json.Fields;

/** Reads which optimiser a reference case is about; what is left out is as in the library that it names. */
final class RuleReader {
    private interface Maker {
        Optimizer make(RuleReader reader, Flavour flavour) throws ReadProblem;
    }

    private interface Limit {
        Clipping of(double threshold);
    }

    private static final Map<String, Maker> OPTIMIZERS = optimizers();
    private static final Map<String, Limit> LIMITS = limits();

    private final Fields root;
    private final Fields hyper;

    RuleReader(Fields root) throws ReadProblem {
        this.root = root;
        this.hyper = root.object("hyper");
    }

    private static Map<String, Maker> optimizers() {
        Map<String, Maker> makers = new LinkedHashMap<>();
        makers.put("sgd", RuleReader::sgd);
        makers.put("rmsprop", RuleReader::rmsProp);
        makers.put("adagrad", RuleReader::adagrad);
        makers.put(
                "adam",
                (reader, flavour) -> new Adam(
                        reader.common(flavour, 0),
                        reader.moments(isKeras(flavour) ? Moments.keras() : Moments.torch())));
        makers.put("adamw", RuleReader::adamW);
        return makers;
    }

    private static Map<String, Limit> limits() {
        Map<String, Limit> limits = new LinkedHashMap<>();
        limits.put("value", Clipping.Value::new);
        for (Flavour flavour : Flavour.values()) {
            limits.put("global_norm_" + flavour.id(), threshold -> new Clipping.GlobalNorm(flavour, threshold));
            limits.put("per_tensor_norm_" + flavour.id(), threshold -> new Clipping.TensorNorm(flavour, threshold));
        }
        return limits;
    }

    UpdateRule read() throws ReadProblem {
        Map<String, Flavour> flavours = new LinkedHashMap<>();
        Map<String, Maker> makers = new LinkedHashMap<>();
        for (Flavour flavour : Flavour.values()) {
            OPTIMIZERS.forEach((name, maker) -> {
                flavours.put(flavour.id() + "_" + name, flavour);
                makers.put(flavour.id() + "_" + name, maker);
            });
        }
        Flavour flavour = root.choice("optimizer", flavours);
        try {
            Optimizer optimizer = root.choice("optimizer", makers).make(this, flavour);
            hyper.end();
            return new UpdateRule(clipping(), optimizer);
        } catch (IllegalArgumentException outOfRange) {
            throw root.problem("hyper", outOfRange.getMessage());
        }
    }

    private Clipping clipping() throws ReadProblem {
        if (!root.has("clip")) {
            return new Clipping.None();
        }
        Fields clip = root.object("clip");
        return clip.choice("kind", LIMITS).of(clip.positive("value"));
    }

    private static boolean isKeras(Flavour flavour) {
        return flavour == Flavour.KERAS;
    }

    private Common common(Flavour flavour, double usualDecay) throws ReadProblem {
        return new Common(flavour, hyper.number("lr"), number("weight_decay", usualDecay));
    }

    private Sgd sgd(Flavour flavour) throws ReadProblem {
        return new Sgd(common(flavour, 0), number("momentum", 0), number("dampening", 0), flag("nesterov"));
    }

    private RmsProp rmsProp(Flavour flavour) throws ReadProblem {
        RmsProp usual = isKeras(flavour) ? RmsProp.keras() : RmsProp.torch();
        double decay = number("alpha", number("rho", usual.decay()));
        return new RmsProp(
                common(flavour, 0), decay, number("eps", usual.epsilon()), number("momentum", 0), flag("centered"));
    }

    private Adagrad adagrad(Flavour flavour) throws ReadProblem {
        Adagrad usual = isKeras(flavour) ? Adagrad.keras() : Adagrad.torch();
        return new Adagrad(
                common(flavour, 0),
                number("initial", usual.initial()),
                number("eps", usual.epsilon()),
                number("lr_decay", 0));
    }

    private AdamW adamW(Flavour flavour) throws ReadProblem {
        AdamW usual = isKeras(flavour) ? AdamW.keras() : AdamW.torch();
        return new AdamW(common(flavour, usual.common().weightDecay()), moments(usual.moments()));
    }

    private Moments moments(Moments usual) throws ReadProblem {
        return new Moments(
                number("beta1", usual.beta1()),
                number("beta2", usual.beta2()),
                number("eps", usual.epsilon()),
                flag("amsgrad"));
    }

    private double number(String name, double usual) throws ReadProblem {
        return hyper.has(name) ? hyper.number(name) : usual;
    }

    private boolean flag(String name) throws ReadProblem {
        return hyper.has(name) && hyper.flag(name);
    }
}
