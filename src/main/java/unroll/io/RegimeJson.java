package unroll.io;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import unroll.core.model.Dropout;
import unroll.core.model.Truncation;
import unroll.core.tensor.Tensor;
import unroll.core.train.InitialState;
import unroll.core.train.Regime;
import unroll.io.json.Fields;
import unroll.io.json.TensorJson;

/**
 * A training regime's fields, such as {@code "truncation": 35, "initialState": "carried", "dropout": {"inputs": 0.2}};
 * what is plain is left out.
 */
final class RegimeJson {
    private static final String TRUNCATION = "truncation";
    private static final String INITIAL_STATE = "initialState";
    private static final String NEVER_RESET = "never_reset";
    private static final String DROPOUT = "dropout";
    private static final String INPUTS = "inputs";
    private static final String LAYERS = "layers";
    private static final Map<String, InitialState> NAMED_STATES = namedStates();
    private static final int MAX_DEPTH = 1_000_000;

    private RegimeJson() {}

    static Regime read(Fields training) throws ReadProblem {
        Truncation truncation =
                training.has(TRUNCATION) ? new Truncation(training.whole(TRUNCATION, 1, MAX_DEPTH)) : Truncation.NONE;
        Optional<Fields> dropout = training.optionalObject(DROPOUT);
        return new Regime(
                truncation, initialState(training), dropout.isEmpty() ? Dropout.NONE : dropout(dropout.get()));
    }

    private static Map<String, InitialState> namedStates() {
        Map<String, InitialState> states = new LinkedHashMap<>();
        states.put("zero", new InitialState.Zero());
        states.put("carried", new InitialState.Carried());
        states.put(NEVER_RESET, new InitialState.NeverReset());
        return Collections.unmodifiableMap(states);
    }

    private static InitialState initialState(Fields training) throws ReadProblem {
        if (!training.has(INITIAL_STATE)) {
            return new InitialState.Zero();
        }
        if (!training.element(INITIAL_STATE).isJsonObject()) {
            return training.choice(INITIAL_STATE, NAMED_STATES);
        }
        Fields fields = training.object(INITIAL_STATE);
        Map<String, Tensor> values = new LinkedHashMap<>();
        for (String id : fields.names()) {
            values.put(id, matrix(fields, id));
        }
        return new InitialState.Given(values);
    }

    private static Tensor matrix(Fields fields, String name) throws ReadProblem {
        List<double[]> rows = TensorJson.numberLists(fields, name);
        int width = rows.isEmpty() ? 0 : rows.get(0).length;
        double[] values = new double[rows.size() * width];
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).length != width) {
                throw fields.problem(name, Phrase.of("problem.unequalLists", width, rows.get(i).length));
            }
            System.arraycopy(rows.get(i), 0, values, i * width, width);
        }
        return Tensor.of(values, rows.size(), width);
    }

    private static Dropout dropout(Fields fields) throws ReadProblem {
        Dropout dropout = new Dropout(rate(fields, INPUTS), rate(fields, LAYERS));
        fields.end();
        return dropout;
    }

    private static double rate(Fields fields, String name) throws ReadProblem {
        double rate = fields.has(name) ? fields.number(name) : 0;
        if (!(rate >= 0 && rate < 1)) {
            throw fields.problem(name, Phrase.expected(Phrase.of("problem.what.probability"), rate));
        }
        return rate;
    }

    static void write(Regime regime, JsonObject training) {
        if (regime.truncation().exists()) {
            training.addProperty(TRUNCATION, regime.truncation().depth());
        }
        write(regime.initialState(), training);
        if (!regime.dropout().equals(Dropout.NONE)) {
            JsonObject dropout = new JsonObject();
            dropout.addProperty(INPUTS, regime.dropout().inputs());
            dropout.addProperty(LAYERS, regime.dropout().between());
            training.add(DROPOUT, dropout);
        }
    }

    private static void write(InitialState initialState, JsonObject training) {
        if (initialState instanceof InitialState.Given given) {
            JsonObject states = new JsonObject();
            given.values().forEach((id, value) -> states.add(id, lists(value)));
            training.add(INITIAL_STATE, states);
        } else if (initialState.isCarried()) {
            training.addProperty(INITIAL_STATE, initialState.isNeverReset() ? NEVER_RESET : "carried");
        }
    }

    private static JsonArray lists(Tensor matrix) {
        JsonArray lists = new JsonArray();
        for (int row = 0; row < matrix.extent(0); row++) {
            int width = matrix.extent(1);
            double[] values = new double[width];
            matrix.copyTo(row * width, width, values, 0);
            lists.add(TensorJson.list(Tensor.of(values, width)));
        }
        return lists;
    }
}
