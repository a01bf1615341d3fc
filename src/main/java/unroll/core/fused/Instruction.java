package unroll.core.fused;

import java.util.Arrays;
import unroll.core.kernel.Kernel;
import unroll.core.kernel.Kernel.Accumulation;
import unroll.core.kernel.Kernel.Curve;
import unroll.core.kernel.Kernel.Factor;
import unroll.core.kernel.Kernel.Factors;
import unroll.core.kernel.Kernel.Slope;
import unroll.core.kernel.Operand;
import unroll.core.model.Direction;

/** A part of a line's work on bound places. Allocates nothing. */
interface Instruction {
    /**
     * Runs on consecutive rows.
     *
     * @param t the step of the first row
     * @param rows how many: those of one step or of several
     */
    void run(int t, int rows);

    /** y ← 0. */
    record Clear(Window y) implements Instruction {
        @Override
        public void run(int t, int rows) {
            Place place = y.place();
            int at = place.index(y.step(t));
            for (int row = 0; row < rows; row++) {
                Arrays.fill(place.data(), at, at + place.width(), 0);
                at += place.stride();
            }
        }
    }

    /** y ← 0 at all steps. */
    record ClearAll(Frame frame, Place y) implements Instruction {
        @Override
        public void run(int t, int rows) {
            Arrays.fill(y.data(), 0, y.index(frame.steps() + 2), 0);
        }
    }

    /** y ← 0 at the step at which a chain ends. */
    record ClearEnd(Frame frame, Direction direction, Place y) implements Instruction {
        @Override
        public void run(int t, int rows) {
            int at = y.index(direction.finalStep(frame.steps()));
            Arrays.fill(y.data(), at, at + frame.rows() * y.stride(), 0);
        }
    }

    /** y ← 0 at all steps but the one at which a chain ends. */
    record ClearRest(Frame frame, Direction direction, Place y) implements Instruction {
        @Override
        public void run(int t, int rows) {
            int end = direction.finalStep(frame.steps());
            Arrays.fill(y.data(), 0, y.index(end), 0);
            Arrays.fill(y.data(), y.index(end + 1), y.index(frame.steps() + 2), 0);
        }
    }

    /** y ← 0 in rows past their length. */
    record ClearFrozen(Frame frame, Place y) implements Instruction {
        @Override
        public void run(int t, int rows) {
            for (int step = t; step <= frame.steps(); step++) {
                Arrays.fill(y.data(), y.index(step, frame.live(step)), y.index(step + 1), 0);
            }
        }
    }

    /** Every row of y ← b. */
    record Spread(Kernel kernel, Operand bias, Window y) implements Instruction {
        @Override
        public void run(int t, int rows) {
            kernel.spread(rows, y.width(), bias, y.at(t));
        }
    }

    /** C ← S + A M, with M packed; S is a row for all, or C itself. */
    record Multiply(Kernel kernel, Window a, Panels panels, Factors factors, Operand start, Window c)
            implements Instruction {
        static Multiply of(Kernel kernel, Window a, Panels panels, Operand start, Window c) {
            return new Multiply(kernel, a, panels, new Factors(a.operand(), panels.operand()), start, c);
        }

        /** C += A M. */
        static Multiply adding(Kernel kernel, Window a, Panels panels, Window c) {
            return of(kernel, a, panels, c.operand(), c);
        }

        @Override
        public void run(int t, int rows) {
            a.at(t);
            c.at(t);
            kernel.multiply(rows, c.width(), panels.depth(), factors, start, c.operand());
        }
    }

    /** y ← φ(x). */
    record Apply(Kernel kernel, Curve curve, Window x, Window y) implements Instruction {
        @Override
        public void run(int t, int rows) {
            kernel.apply(curve, rows, y.width(), x.at(t), y.at(t));
        }
    }

    /** δx ← or += δy ⊙ φ′, from y. */
    record AddSlope(Kernel kernel, Curve curve, Accumulation into, Window y, Window dy, Window dx, Slope operands)
            implements Instruction {
        @Override
        public void run(int t, int rows) {
            y.at(t);
            dy.at(t);
            dx.at(t);
            kernel.slope(curve, into, rows, dx.width(), operands);
        }
    }

    /** y ← or += u ⊙ v. */
    record AddProduct(Kernel kernel, Accumulation into, Part u, Part v, Window y) implements Instruction {
        @Override
        public void run(int t, int rows) {
            kernel.product(into, rows, y.width(), u.at(t), v.at(t), y.at(t));
        }
    }

    /** y ← or += u. */
    record AddVector(Kernel kernel, Accumulation into, Part u, Window y) implements Instruction {
        @Override
        public void run(int t, int rows) {
            kernel.add(into, rows, y.width(), u.at(t), y.at(t));
        }
    }

    /** A factor of an elementwise product. */
    record Part(Window window, Factor factor) {
        static Part of(Window window, boolean complement, boolean negative) {
            Factor factor = complement ? Factor.oneMinus(window.operand()) : Factor.of(window.operand());
            return new Part(window, negative ? factor.negative() : factor);
        }

        Factor at(int t) {
            window.at(t);
            return factor;
        }
    }

    /** Leaves out a product with what comes before the first step where that is 0. */
    record UnlessZero(Frame frame, int shift, Instruction instruction) implements Instruction {
        @Override
        public void run(int t, int rows) {
            if (!frame.isZero(t + shift)) {
                instruction.run(t, rows);
            }
        }
    }

    /** Leaves out the gradient by what comes before the first step, which is unused. */
    record InsideOnly(Frame frame, int shift, Instruction instruction) implements Instruction {
        @Override
        public void run(int t, int rows) {
            if (!frame.isOutside(t + shift)) {
                instruction.run(t, rows);
            }
        }
    }

    /** Rows past their length keep their state. */
    record Freeze(Frame frame, Window before, Window state) implements Instruction {
        @Override
        public void run(int t, int rows) {
            Place place = state.place();
            int from = place.index(before.step(t), rows);
            int to = place.index(t, rows);
            for (int row = rows; row < frame.rows(); row++) {
                System.arraycopy(place.data(), from, place.data(), to, place.width());
                from += place.stride();
                to += place.stride();
            }
        }
    }

    /** Rows past their length hand the gradient of their state on unchanged. */
    record PassFrozen(Kernel kernel, Frame frame, Accumulation into, Part gradient, Window before)
            implements Instruction {
        @Override
        public void run(int t, int rows) {
            int frozen = frame.rows() - rows;
            if (frozen > 0) {
                gradient.window().at(t, rows);
                kernel.add(into, frozen, before.width(), gradient.factor(), before.at(t, rows));
            }
        }
    }
}
