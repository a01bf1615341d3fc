package unroll.core.op;

import java.util.List;

/** One line of the listing, forward, backward or update: what is shown and what is executed. */
public sealed interface Line permits Equation, VectorLine, ParameterLine, UpdateLine {
    /** The line in Unicode, for plain text and screen readers. */
    String plain();

    /** The line in TeX. */
    String tex();

    /** The rows into which a line over several blocks opens; empty for a line of one piece. */
    List<Row> rows();

    /** One row of a line over blocks. */
    record Row(String plain, String tex) {}
}
