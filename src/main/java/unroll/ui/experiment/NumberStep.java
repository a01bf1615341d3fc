package unroll.ui.experiment;

import java.math.BigDecimal;
import java.util.Optional;

/** How far an arrow key changes a number that is typed: whole ones by 1, others by 1 in their second digit. */
final class NumberStep {
    private static final String WHOLE = "[-+]?\\d+";
    private static final BigDecimal STEP_FROM_ZERO = new BigDecimal("0.1");

    private NumberStep() {}

    /**
     * A number some steps further.
     *
     * @param steps below 0 for down
     * @return empty where the text is no number
     */
    static Optional<String> from(String text, int steps) {
        try {
            BigDecimal number = new BigDecimal(text);
            BigDecimal step = text.matches(WHOLE) ? BigDecimal.ONE : step(number);
            BigDecimal further = number.add(step.multiply(BigDecimal.valueOf(steps)));
            return Optional.of(text.matches(WHOLE) ? further.toBigInteger().toString() : further.toPlainString());
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }

    private static BigDecimal step(BigDecimal number) {
        int leading = number.precision() - number.scale() - 1;
        return number.signum() == 0 ? STEP_FROM_ZERO : BigDecimal.ONE.scaleByPowerOfTen(leading - 1);
    }
}
