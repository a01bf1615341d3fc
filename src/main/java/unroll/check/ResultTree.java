package unroll.check;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import unroll.check.Comparison.Rule;
import unroll.core.tensor.Tensor;
import unroll.io.ReadProblem;
import unroll.io.json.Fields;
import unroll.io.json.TensorJson;

/**
 * Compares results as a file has them with the same tree as this program computed it: whatever the file holds must be
 * there, and agree.
 */
final class ResultTree {
    /** Tensors that have no steps: parameters, states before the first step, the last output. */
    private static final List<String> WHOLE = List.of("params", "h0", "c0", "y_last");

    /** What says which result is meant, and is none itself. */
    private static final Set<String> LABELS = Set.of("layer", "direction");

    private final Comparison comparison;
    private final Rule rule;
    private final Slices slices;

    /**
     * What is compared together.
     *
     * @param perStep whether each step is measured by its own largest number, or all by that of the whole tensor
     */
    record Slices(boolean perStep, Padding padding) {}

    ResultTree(Comparison comparison, Rule rule, Slices slices) {
        this.comparison = comparison;
        this.rule = rule;
        this.slices = slices;
    }

    void compare(Fields expected, JsonObject actual) throws ReadProblem {
        for (String name : expected.names()) {
            if (!actual.has(name)) {
                throw expected.problem(name, "this program computes no such result for this network");
            }
            compare(expected, name, actual.get(name));
        }
    }

    private void compare(Fields parent, String name, JsonElement actual) throws ReadProblem {
        if (LABELS.contains(name)) {
            requireLabel(parent, name, actual.getAsString());
        } else if (actual.isJsonObject() && actual.getAsJsonObject().has("data")) {
            compareTensor(parent, name, actual.getAsJsonObject());
        } else if (actual.isJsonObject()) {
            compare(parent.object(name), actual.getAsJsonObject());
        } else if (actual.isJsonArray() && holdsObjects(actual.getAsJsonArray())) {
            compareObjects(parent, name, actual.getAsJsonArray());
        } else if (actual.isJsonArray() && holdsLists(actual.getAsJsonArray())) {
            compareLists(parent, name, actual.getAsJsonArray());
        } else if (actual.isJsonArray()) {
            compareList(parent, name, TensorJson.numbers(parent, name), actual.getAsJsonArray());
        } else {
            comparison.compare(parent.path(name), number(actual), parent.number(name), rule);
        }
    }

    private static void requireLabel(Fields parent, String name, String expected) throws ReadProblem {
        JsonElement found = parent.element(name);
        if (!found.isJsonPrimitive() || !found.getAsString().equals(expected)) {
            throw parent.problem(
                    name,
                    "expected " + expected + " here, found "
                            + Fields.found(found).english());
        }
    }

    private static boolean holdsObjects(JsonArray list) {
        return !list.isEmpty() && list.get(0).isJsonObject();
    }

    private static boolean holdsLists(JsonArray list) {
        return !list.isEmpty() && list.get(0).isJsonArray();
    }

    private void compareObjects(Fields parent, String name, JsonArray actual) throws ReadProblem {
        List<Fields> expected = parent.objects(name);
        requireCount(parent, name, expected.size(), actual.size());
        for (int i = 0; i < actual.size(); i++) {
            compare(expected.get(i), actual.get(i).getAsJsonObject());
        }
    }

    private void compareLists(Fields parent, String name, JsonArray actual) throws ReadProblem {
        List<double[]> expected = TensorJson.numberLists(parent, name);
        requireCount(parent, name, expected.size(), actual.size());
        for (int i = 0; i < actual.size(); i++) {
            compareList(
                    parent, name + "[" + i + "]", expected.get(i), actual.get(i).getAsJsonArray());
        }
    }

    /** A list has one number a step. */
    private void compareList(Fields parent, String name, double[] expected, JsonArray computed) throws ReadProblem {
        requireCount(parent, name, expected.length, computed.size());
        double[] actual = numbers(computed);
        String where = parent.path(name);
        if (!slices.perStep()) {
            comparison.compare(where, actual, expected, rule);
            return;
        }
        for (int i = 0; i < expected.length; i++) {
            comparison.compare(where + "[" + i + "]", actual[i], expected[i], rule);
        }
    }

    private static void requireCount(Fields parent, String name, int found, int expected) throws ReadProblem {
        if (found != expected) {
            throw parent.problem(name, "expected " + expected + " of them, found " + found);
        }
    }

    private void compareTensor(Fields parent, String name, JsonObject computed) throws ReadProblem {
        double[] actual = numbers(computed.getAsJsonArray("data"));
        int[] shape = shape(computed);
        Tensor given = TensorJson.read(parent, name, shape);
        double[] expected = given.toArray();
        String path = parent.path(name);
        slices.padding().mask(path, expected);
        boolean whole = WHOLE.stream().anyMatch(each -> path.contains("." + each));
        int length = slices.perStep() && !whole ? actual.length / shape[0] : actual.length;
        for (int from = 0; from < actual.length; from += length) {
            String where = length == actual.length ? path : path + " step " + (from / length + 1);
            comparison.compare(
                    where,
                    Arrays.copyOfRange(actual, from, from + length),
                    Arrays.copyOfRange(expected, from, from + length),
                    rule);
        }
    }

    private static int[] shape(JsonObject tensor) {
        JsonArray extents = tensor.getAsJsonArray("shape");
        int[] shape = new int[extents.size()];
        Arrays.setAll(shape, i -> extents.get(i).getAsInt());
        return shape;
    }

    private static double[] numbers(JsonArray list) {
        double[] numbers = new double[list.size()];
        Arrays.setAll(numbers, i -> number(list.get(i)));
        return numbers;
    }

    /** A computed number; what was not finite has become null. */
    private static double number(JsonElement element) {
        return element.isJsonNull() ? Double.NaN : element.getAsDouble();
    }
}
