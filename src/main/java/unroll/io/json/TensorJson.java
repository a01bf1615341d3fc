package unroll.io.json;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import unroll.core.tensor.Tensor;
import unroll.io.Phrase;
import unroll.io.ReadProblem;

/**
 * Tensors as {@code {"shape": [...], "data": [...]}}, row-major. Numbers are written so that reading gives the same bits
 * back; NaN and the infinities, which JSON lacks, become null and cannot be read again.
 */
public final class TensorJson {
    private TensorJson() {}

    public static JsonObject write(Tensor tensor) {
        JsonArray shape = new JsonArray();
        Arrays.stream(tensor.shape()).forEach(shape::add);
        JsonObject json = new JsonObject();
        json.add("shape", shape);
        json.add("data", list(tensor));
        return json;
    }

    /** The values alone, in order. */
    public static JsonArray list(Tensor tensor) {
        JsonArray data = new JsonArray(tensor.size());
        for (int i = 0; i < tensor.size(); i++) {
            data.add(number(tensor.at(i)));
        }
        return data;
    }

    /** A number, or null for one that JSON lacks. */
    public static Number number(double value) {
        return Double.isFinite(value) ? value : null;
    }

    /** A tensor of any shape. */
    public static Tensor read(Fields parent, String name) throws ReadProblem {
        Fields json = parent.object(name);
        JsonArray extents = json.array("shape");
        int[] shape = new int[extents.size()];
        for (int i = 0; i < shape.length; i++) {
            double extent = finite(extents.get(i));
            if (!(extent >= 0 && extent <= Integer.MAX_VALUE && extent == Math.rint(extent))) {
                throw json.problem("shape", Phrase.expected(Phrase.of("problem.what.wholes"), Fields.found(extents)));
            }
            shape[i] = (int) extent;
        }
        double[] data = numbers(json, "data");
        json.end();
        if (product(shape) != data.length) {
            throw parent.problem(name, Phrase.of("problem.shapeHolds", Arrays.toString(shape), data.length));
        }
        return Tensor.of(data, shape);
    }

    /** A tensor of exactly this shape. */
    public static Tensor read(Fields parent, String name, int... expected) throws ReadProblem {
        Tensor tensor = read(parent, name);
        if (!tensor.hasShape(expected)) {
            throw parent.problem(
                    name,
                    Phrase.expected(
                            Phrase.of("problem.what.shape", Arrays.toString(expected)),
                            Arrays.toString(tensor.shape())));
        }
        return tensor;
    }

    /** A list of finite numbers. */
    public static double[] numbers(Fields parent, String name) throws ReadProblem {
        return numbers(parent, name, parent.array(name));
    }

    /** A list of lists of finite numbers, each as long as it likes. */
    public static List<double[]> numberLists(Fields parent, String name) throws ReadProblem {
        List<double[]> lists = new ArrayList<>();
        for (JsonElement each : parent.array(name)) {
            String place = name + "[" + lists.size() + "]";
            if (!each.isJsonArray()) {
                throw parent.problem(place, Phrase.expected(Phrase.of("problem.what.brackets"), Fields.found(each)));
            }
            lists.add(numbers(parent, place, each.getAsJsonArray()));
        }
        return lists;
    }

    private static double[] numbers(Fields parent, String name, JsonArray array) throws ReadProblem {
        double[] numbers = new double[array.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = finite(array.get(i));
            if (Double.isNaN(numbers[i])) {
                throw parent.problem(
                        name + "[" + i + "]",
                        Phrase.expected(Phrase.of("problem.what.finite"), Fields.found(array.get(i))));
            }
        }
        return numbers;
    }

    /** The number, or NaN if it is none. */
    private static double finite(JsonElement element) {
        if (element instanceof JsonPrimitive primitive && primitive.isNumber()) {
            double number = Double.parseDouble(primitive.getAsString());
            return Double.isFinite(number) ? number : Double.NaN;
        }
        return Double.NaN;
    }

    private static double product(int... shape) {
        return Arrays.stream(shape).asDoubleStream().reduce(1, (a, b) -> a * b);
    }
}
