package unroll.core.op;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The backward line into all parameters of one cell or of the head: each gains δy vᵀ, or δy, summed over rows. */
public record ParameterLine(List<Share> shares) implements Line {
    public ParameterLine {
        shares = List.copyOf(shares);
    }

    /**
     * What one use of a parameter adds to its gradient.
     *
     * @param source the vector whose gradient is read
     * @param vector what a matrix was multiplied with; null for a bias
     */
    public record Share(ParameterRef parameter, VectorRef source, VectorRef vector) {
        public boolean isBias() {
            return vector == null;
        }

        String right() {
            return "δ" + source.plain() + (isBias() ? "" : " " + vector.plain() + "ᵀ");
        }

        String rightTex() {
            return "\\delta " + source.tex() + (isBias() ? "" : " " + transposed(vector));
        }

        private static String transposed(VectorRef vector) {
            String tex = vector.tex();
            return tex + "^\\top";
        }
    }

    @Override
    public String plain() {
        List<String> parts = new ArrayList<>();
        Map<String, List<String>> biases = new LinkedHashMap<>();
        for (Share share : shares) {
            String letter = "δ" + share.parameter().plain();
            if (share.isBias()) {
                biases.computeIfAbsent(share.right(), right -> new ArrayList<>())
                        .add(letter);
            } else {
                parts.add(letter + " += " + share.right());
            }
        }
        biases.forEach((right, letters) -> parts.add(String.join(", ", letters) + " += " + right));
        return String.join(", ", parts);
    }

    @Override
    public String tex() {
        String first = rows().get(0).tex();
        return shares.size() == 1 ? first : first + ",\\ \\ldots";
    }

    @Override
    public List<Row> rows() {
        return shares.stream()
                .map(each -> new Row(
                        "δ" + each.parameter().plain() + " += " + each.right(),
                        "\\delta " + each.parameter().tex() + " \\mathrel{+}= " + each.rightTex()))
                .toList();
    }
}
