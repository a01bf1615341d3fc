package unroll.core.fused;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import unroll.core.kernel.Kernel;
import unroll.core.kernel.Kernel.Accumulation;
import unroll.core.kernel.Kernel.Curve;
import unroll.core.kernel.Kernel.Slope;
import unroll.core.op.Activation;

/** Instructions in the making; neighbours that do the same to neighbouring blocks become one. */
final class Sequence {
    private final Kernel kernel;
    private final List<Instruction> instructions = new ArrayList<>();

    Sequence(Kernel kernel) {
        this.kernel = kernel;
    }

    List<Instruction> instructions() {
        return instructions;
    }

    void add(Instruction instruction) {
        instructions.add(instruction);
    }

    private static Curve curve(Activation function) {
        return switch (function) {
            case IDENTITY -> Curve.IDENTITY;
            case RELU -> Curve.RELU;
            case TANH -> Curve.TANH;
            case SIGMOID -> Curve.SIGMOID;
        };
    }

    private Optional<Instruction> last() {
        return instructions.isEmpty() ? Optional.empty() : Optional.of(instructions.get(instructions.size() - 1));
    }

    private void replaceLast(Instruction instruction) {
        instructions.set(instructions.size() - 1, instruction);
    }

    /** y ← φ(x). */
    void apply(Activation function, Window x, Window y) {
        Curve curve = curve(function);
        if (curve == Curve.IDENTITY && x.isSame(y)) {
            return;
        }
        if (last().orElse(null) instanceof Instruction.Apply before && before.curve() == curve) {
            Optional<Window> bothX = before.x().joined(x);
            Optional<Window> bothY = before.y().joined(y);
            if (bothX.isPresent() && bothY.isPresent()) {
                replaceLast(new Instruction.Apply(kernel, curve, bothX.get(), bothY.get()));
                return;
            }
        }
        add(new Instruction.Apply(kernel, curve, x, y));
    }

    /** δx ← or += δy ⊙ φ′, from y. */
    void addSlope(Activation function, Accumulation into, Window y, Window dy, Window dx) {
        Curve curve = curve(function);
        if (curve == Curve.IDENTITY && into == Accumulation.REPLACE && dy.isSame(dx)) {
            return;
        }
        if (last().orElse(null) instanceof Instruction.AddSlope before
                && before.curve() == curve
                && before.into() == into) {
            Optional<Window> bothY = before.y().joined(y);
            Optional<Window> bothDy = before.dy().joined(dy);
            Optional<Window> bothDx = before.dx().joined(dx);
            if (bothY.isPresent() && bothDy.isPresent() && bothDx.isPresent()) {
                replaceLast(slope(curve, into, bothY.get(), bothDy.get(), bothDx.get()));
                return;
            }
        }
        add(slope(curve, into, y, dy, dx));
    }

    private Instruction slope(Curve curve, Accumulation into, Window y, Window dy, Window dx) {
        Slope operands = new Slope(y.operand(), dy.operand(), dx.operand());
        return new Instruction.AddSlope(kernel, curve, into, y, dy, dx, operands);
    }
}
