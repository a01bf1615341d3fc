package unroll.io;

import com.google.gson.JsonObject;
import java.util.Map;
import java.util.Optional;
import unroll.core.model.Dropout;
import unroll.core.model.Truncation;
import unroll.core.train.InitialState;
import unroll.core.train.Regime;
import unroll.io.json.Fields;

/**
 * A training regime's fields, such as {@code "truncation": 35, "initialState": "carried", "dropout": {"inputs": 0.2}};
 * what is plain is left out.
 */
final class RegimeJson {
    private static final String TRUNCATION = "truncation";
    private static final String INITIAL_STATE = "initialState";
    private static final String DROPOUT = "dropout";
    private static final String INPUTS = "inputs";
    private static final String LAYERS = "layers";
    private static final Map<String, InitialState> STATES = Words.of(InitialState.values(), Words::ofConstant);
    private static final int MAX_DEPTH = 1_000_000;

    private RegimeJson() {}

    static Regime read(Fields training) throws ReadProblem {
        Truncation truncation =
                training.has(TRUNCATION) ? new Truncation(training.whole(TRUNCATION, 1, MAX_DEPTH)) : Truncation.NONE;
        InitialState initialState =
                training.has(INITIAL_STATE) ? training.choice(INITIAL_STATE, STATES) : InitialState.ZERO;
        Optional<Fields> dropout = training.optionalObject(DROPOUT);
        return new Regime(truncation, initialState, dropout.isEmpty() ? Dropout.NONE : dropout(dropout.get()));
    }

    private static Dropout dropout(Fields fields) throws ReadProblem {
        Dropout dropout = new Dropout(rate(fields, INPUTS), rate(fields, LAYERS));
        fields.end();
        return dropout;
    }

    private static double rate(Fields fields, String name) throws ReadProblem {
        double rate = fields.has(name) ? fields.number(name) : 0;
        if (!(rate >= 0 && rate < 1)) {
            throw fields.problem(name, "expected a probability from 0 and below 1, found " + rate);
        }
        return rate;
    }

    static void write(Regime regime, JsonObject training) {
        if (regime.truncation().exists()) {
            training.addProperty(TRUNCATION, regime.truncation().depth());
        }
        if (regime.initialState() != InitialState.ZERO) {
            training.addProperty(INITIAL_STATE, Words.ofConstant(regime.initialState()));
        }
        if (!regime.dropout().equals(Dropout.NONE)) {
            JsonObject dropout = new JsonObject();
            dropout.addProperty(INPUTS, regime.dropout().inputs());
            dropout.addProperty(LAYERS, regime.dropout().between());
            training.add(DROPOUT, dropout);
        }
    }
}
