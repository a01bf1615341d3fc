package unroll.debug;

import java.util.Arrays;
import java.util.stream.Collectors;
import unroll.core.op.ParameterRef;

/** Whose letters a line is written in. Vectors have the same letters everywhere; parameters do not. */
public enum Convention {
    /** W, U, b, as the lines are written. */
    TEXTBOOK("w", "\\eta") {
        @Override
        Notation parameter(ParameterRef parameter) {
            return new Notation(parameter.plain(), parameter.tex());
        }
    },
    /** As the formulas of PyTorch's documentation: W_ih, W_hh, b_ih, b_hh, θ, γ. */
    PYTORCH("\\theta", "\\gamma") {
        @Override
        Notation parameter(ParameterRef parameter) {
            String letter = parameter.name().contains("weight") ? "W" : "b";
            String index = switch (parameter.name()) {
                case "weight_ih", "bias_ih" -> blocks(parameter, "i", "ih");
                case "weight_hh", "bias_hh" -> blocks(parameter, "h", "hh");
                default -> parameter.name().substring(0, parameter.name().indexOf('.'));
            };
            return new Notation(letter + "_" + index, letter + "_{" + index.replace("_", ",") + "}");
        }
    },
    /** As the weights of Keras' layers are called: kernel, recurrent_kernel, bias, lr. */
    KERAS("\\mathrm{var}", "\\mathrm{lr}") {
        @Override
        Notation parameter(ParameterRef parameter) {
            String name = switch (parameter.name()) {
                case "weight_ih" -> "kernel";
                case "weight_hh" -> "recurrent kernel";
                case "bias_ih" -> "bias";
                case "bias_hh" -> "recurrent bias";
                default -> parameter.name().contains("weight") ? "dense kernel" : "dense bias";
            };
            String gates = gates(parameter);
            String plain = name.replace(' ', '_') + (gates.isEmpty() ? "" : "_" + gates);
            String lowered = gates.isEmpty() ? "" : "_{" + gates + "}";
            return new Notation(plain, "\\mathrm{" + name + "}" + lowered);
        }
    };

    private final String weight;
    private final String rate;

    Convention(String weight, String rate) {
        this.weight = weight;
        this.rate = rate;
    }

    /** How a parameter is written, in the blocks that are used of it. */
    abstract Notation parameter(ParameterRef parameter);

    /** The letter of all parameters in the update's lines, in TeX. */
    String weight() {
        return weight;
    }

    /** The letter of the learning rate in the update's lines, in TeX. */
    String rate() {
        return rate;
    }

    /** The letters of the gates that a use of some blocks names, such as {@code rz}; empty for all. */
    private static String gates(ParameterRef parameter) {
        String tex = parameter.tex();
        int lowered = tex.indexOf('_');
        String index = lowered < 0 ? "" : tex.substring(lowered + 1).replaceAll("[{}]", "");
        return Arrays.stream(index.split(","))
                .filter(each -> !each.equals("x") && !each.equals("h"))
                .collect(Collectors.joining());
    }

    private static String blocks(ParameterRef parameter, String from, String all) {
        String gates = gates(parameter);
        return gates.isEmpty()
                ? all
                : gates.chars().mapToObj(gate -> from + (char) gate).collect(Collectors.joining(","));
    }
}
