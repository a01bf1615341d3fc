package unroll.io;

import com.google.gson.JsonObject;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import unroll.core.model.Network;
import unroll.core.model.ParameterLayout;
import unroll.core.model.Parameters;
import unroll.core.op.UpdateVariable;
import unroll.core.optim.OptimizerState;
import unroll.core.tensor.Tensor;
import unroll.core.train.Checkpoint;
import unroll.io.json.Fields;
import unroll.io.json.TensorJson;

/** A checkpoint: parameters by their names, and what the optimiser keeps, flat in their order. */
final class CheckpointJson {
    private static final String FORMAT = "unroll-checkpoint-1";
    private static final String STATES = "states";
    private static final Map<String, UpdateVariable> VARIABLES = Words.of(UpdateVariable.values(), UpdateVariable::id);

    private CheckpointJson() {}

    static JsonObject write(Checkpoint checkpoint) {
        JsonObject optimizer = new JsonObject();
        optimizer.addProperty("iterations", checkpoint.optimizer().iterations());
        checkpoint
                .optimizer()
                .values()
                .forEach((variable, tensor) -> optimizer.add(variable.id(), TensorJson.write(tensor)));
        JsonObject json = new JsonObject();
        json.addProperty("format", FORMAT);
        json.addProperty("iteration", checkpoint.iteration());
        json.add("parameters", write(checkpoint.parameters()));
        json.add("optimiser", optimizer);
        if (checkpoint.states().size() > 0) {
            json.add(STATES, TensorJson.write(checkpoint.states()));
        }
        return json;
    }

    /** Parameters by their names. */
    static JsonObject write(Parameters parameters) {
        JsonObject json = new JsonObject();
        parameters.tensors().forEach((name, tensor) -> json.add(name, TensorJson.write(tensor)));
        return json;
    }

    static Checkpoint read(String file, JsonObject json, Network network) throws ReadProblem {
        Fields fields = Fields.of(file, json);
        fields.choice("format", Map.of(FORMAT, FORMAT));
        long iteration = iterations(fields, "iteration");
        Parameters parameters = parameters(fields.object("parameters"), network);
        OptimizerState state = state(fields.object("optimiser"), parameters.layout());
        Tensor states = fields.has(STATES) ? TensorJson.read(fields, STATES) : Tensor.zeros(0);
        fields.end();
        return new Checkpoint(iteration, parameters, state, states);
    }

    private static long iterations(Fields fields, String name) throws ReadProblem {
        long iterations = fields.longWhole(name);
        if (iterations < 0) {
            throw fields.problem(name, Phrase.expected(Phrase.of("problem.what.from", 0), iterations));
        }
        return iterations;
    }

    /** The parameters of a network from their names. */
    static Parameters parameters(Fields fields, Network network) throws ReadProblem {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (ParameterLayout.Entry entry : network.parameters().entries()) {
            tensors.put(entry.name(), TensorJson.read(fields, entry.name(), entry.shape()));
        }
        fields.end();
        return Parameters.of(network, tensors);
    }

    private static OptimizerState state(Fields fields, ParameterLayout layout) throws ReadProblem {
        long iterations = iterations(fields, "iterations");
        Map<UpdateVariable, Tensor> values = new EnumMap<>(UpdateVariable.class);
        for (Map.Entry<String, UpdateVariable> each : VARIABLES.entrySet()) {
            if (fields.has(each.getKey())) {
                values.put(each.getValue(), TensorJson.read(fields, each.getKey(), layout.size()));
            }
        }
        fields.end();
        return new OptimizerState(iterations, values);
    }
}
