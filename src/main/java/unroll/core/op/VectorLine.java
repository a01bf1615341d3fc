package unroll.core.op;

import java.util.ArrayList;
import java.util.List;

/**
 * A backward line into one vector's gradient.
 *
 * @param target the vector, whole
 * @param increments in the order in which they are added
 * @param adds whether other lines can add to the same gradient too, which is printed {@code +=}
 */
public record VectorLine(VectorRef target, List<Increment> increments, boolean adds) implements Line {
    public VectorLine {
        increments = List.copyOf(increments);
    }

    @Override
    public String plain() {
        if (isOverBlocks()) {
            List<String> parts = new ArrayList<>();
            for (Increment increment : increments) {
                parts.add("δ" + increment.target().letter() + " = " + ((Increment.Slope) increment).withoutStep());
            }
            return "δ" + target.plain() + ": " + String.join(", ", parts);
        }
        StringBuilder text = new StringBuilder("δ" + target.plain() + (adds ? " += " : " = "));
        for (int i = 0; i < increments.size(); i++) {
            Increment increment = increments.get(i);
            text.append(i == 0 ? (increment.negative() ? "−" : "") : increment.negative() ? " − " : " + ");
            text.append(increment.plain());
        }
        return text.toString();
    }

    @Override
    public String tex() {
        if (isOverBlocks()) {
            return rows().get(0).tex() + ",\\ \\ldots";
        }
        String left = "\\delta " + target.tex() + (adds ? " \\mathrel{+}= " : " = ");
        return left + (sharesOneFactor() ? factoredTex() : sumTex());
    }

    private String sumTex() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < increments.size(); i++) {
            Increment increment = increments.get(i);
            text.append(i == 0 ? (increment.negative() ? "-" : "") : increment.negative() ? " - " : " + ");
            text.append(increment.tex());
        }
        return text.toString();
    }

    /** δy ⊙ (u − v), for increments that all are products with the same δy. */
    private String factoredTex() {
        StringBuilder text =
                new StringBuilder("\\delta " + increments.get(0).source().tex() + " \\odot (");
        for (int i = 0; i < increments.size(); i++) {
            Increment.Elementwise product = (Increment.Elementwise) increments.get(i);
            text.append(i == 0 ? "" : product.negative() ? " - " : " + ").append(product.othersTex());
        }
        return text.append(")").toString();
    }

    private boolean sharesOneFactor() {
        VectorRef source = increments.get(0).source();
        return increments.size() > 1
                && !increments.get(0).negative()
                && increments.stream()
                        .allMatch(each -> each instanceof Increment.Elementwise
                                && each.source().equals(source));
    }

    private boolean isOverBlocks() {
        return increments.size() > 1
                && increments.stream().allMatch(each -> each.target().block() != VectorRef.WHOLE);
    }

    @Override
    public List<Row> rows() {
        if (!isOverBlocks()) {
            return List.of();
        }
        return increments.stream()
                .map(each -> new Row(
                        "δ" + each.target().plain() + " = " + each.plain(),
                        "\\delta " + each.target().tex() + " = " + each.tex()))
                .toList();
    }
}
