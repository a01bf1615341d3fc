package unroll.plot.input;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import unroll.core.tensor.Tensor;
import unroll.plot.Range;
import unroll.plot.lanes.UnitTarget;
import unroll.plot.lanes.Viewport;

/**
 * What the view of the input shows.
 *
 * @param shown the inputs x, of shape [T, I]
 * @param data the same as they are in the data; T may differ
 * @param symbols what the units stand for, where inputs are symbols; none where they are numbers
 * @param range of the numbers
 * @param viewport the shown columns
 * @param marks what is brought out
 */
public record InputView(Tensor shown, Tensor data, List<String> symbols, Range range, Viewport viewport, Marks marks) {
    /** More curves than these are not told apart: a picture is shown. */
    public static final int MOST_CURVES = 6;

    /** The narrowest scale, so that a constant can be drawn upon. */
    private static final double LEAST_SPAN = 1e-9;

    /** How much of the data's span is left free above and below, to draw in. */
    private static final double HEADROOM = 0.2;

    /**
     * What is brought out.
     *
     * @param step where the cursor stands
     * @param selected number; empty for none
     */
    public record Marks(OptionalInt step, Optional<UnitTarget> selected) {
        public static final Marks NONE = new Marks(OptionalInt.empty(), Optional.empty());
    }

    public InputView {
        symbols = List.copyOf(symbols);
        if (shown.rank() != 2 || data.rank() != 2 || shown.extent(1) != data.extent(1)) {
            throw new IllegalArgumentException("inputs need shape [T, I], not " + shown + " and " + data);
        }
    }

    /** All steps, nothing brought out, and some room above and below what is shown. */
    public static InputView of(Tensor shown, Tensor data, List<String> symbols) {
        Viewport whole = Viewport.whole(shown.extent(0));
        return new InputView(shown, data, symbols, range(shown, data), whole, Marks.NONE);
    }

    /** A range for what is shown and what the data have, with room to draw. */
    private static Range range(Tensor shown, Tensor data) {
        double low = 0;
        double high = LEAST_SPAN;
        for (Tensor each : List.of(shown, data)) {
            for (int i = 0; i < each.size(); i++) {
                low = Math.min(low, each.at(i));
                high = Math.max(high, each.at(i));
            }
        }
        double room = high - low <= LEAST_SPAN ? 1 : HEADROOM * (high - low);
        return new Range(low - room, high + room);
    }

    public InputView withRange(Range other) {
        return new InputView(shown, data, symbols, other, viewport, marks);
    }

    public InputView withViewport(Viewport other) {
        return new InputView(shown, data, symbols, range, other, marks);
    }

    public InputView withMarks(Marks other) {
        return new InputView(shown, data, symbols, range, viewport, other);
    }

    /** T. */
    public int steps() {
        return shown.extent(0);
    }

    /** I. */
    public int units() {
        return shown.extent(1);
    }

    /** The input at step t = 1 … T. */
    public double at(int t, int unit) {
        return shown.at(t - 1, unit);
    }

    /** Whether an input differs from the data. */
    public boolean isChanged(int t, int unit) {
        return t > data.extent(0) || data.at(t - 1, unit) != at(t, unit);
    }

    /** Whether any input of a step differs from the data. */
    public boolean isChanged(int t) {
        for (int unit = 0; unit < units(); unit++) {
            if (isChanged(t, unit)) {
                return true;
            }
        }
        return false;
    }

    /** How it is drawn. */
    public Form form() {
        if (!symbols.isEmpty()) {
            return Form.LETTERS;
        }
        return units() <= MOST_CURVES ? Form.CURVES : Form.PICTURE;
    }

    /** The three ways to draw a sequence. */
    public enum Form {
        /** A letter a step. */
        LETTERS,
        /** A curve a unit. */
        CURVES,
        /** A heat map of units over time. */
        PICTURE
    }
}
