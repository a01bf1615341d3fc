package unroll.lesson;

import java.util.OptionalDouble;
import java.util.stream.IntStream;
import unroll.core.model.Phase;
import unroll.core.model.Site;
import unroll.core.op.Quantity;
import unroll.core.trace.Trace;
import unroll.debug.Knowledge;

/** What the network answers to the sequence that is shown: at its end, and where the loss reads every step, before it. */
final class Answers {
    private final Knowledge knowledge;

    Answers(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    private Trace trace() {
        return knowledge.trace();
    }

    private boolean areKnown() {
        return trace().network().loss().atEveryStep() && knowledge.isKnown(Site.head(Quantity.LOSS), trace().steps());
    }

    /** The first number that the last step answers with, as the loss reads it. */
    OptionalDouble forecast() {
        Site output = Site.head(trace().network().readByLoss());
        return knowledge.isKnown(output, trace().steps())
                ? OptionalDouble.of(trace().value(output, trace().steps(), 0, 0))
                : OptionalDouble.empty();
    }

    /** Whether the loss of a step is known. */
    boolean isKnown(int t) {
        return knowledge.isKnown(Site.head(Quantity.LOSS), t);
    }

    private IntStream last(int count) {
        return IntStream.rangeClosed(Math.max(1, trace().steps() - count + 1), trace().steps());
    }

    /** The mean loss of the last steps. */
    OptionalDouble loss(int lastSteps) {
        return areKnown() ? last(lastSteps).mapToDouble(trace()::stepLoss).average() : OptionalDouble.empty();
    }

    /** The probability that the right answer was given, so many steps before the last one. */
    OptionalDouble chance(int before) {
        boolean classifies = trace().network().loss().kind().classifies();
        return areKnown() && classifies && before < trace().steps()
                ? OptionalDouble.of(Math.exp(-trace().stepLoss(trace().steps() - before)))
                : OptionalDouble.empty();
    }

    /** The probability of the right answer, where there is one for the whole sequence. */
    OptionalDouble chance() {
        boolean isOne = trace().network().loss().kind().classifies()
                && !trace().network().loss().atEveryStep();
        return isOne && knowledge.cursor() >= knowledge.program().end(Phase.FORWARD)
                ? OptionalDouble.of(Math.exp(-trace().loss()))
                : OptionalDouble.empty();
    }

    /** How many of the last answers are the right class. */
    OptionalDouble right(int lastSteps) {
        boolean classifies = trace().network().loss().kind().classifies();
        return areKnown() && classifies
                ? OptionalDouble.of(
                        (double) last(lastSteps).filter(this::isRight).count())
                : OptionalDouble.empty();
    }

    private boolean isRight(int t) {
        Site output = Site.head(trace().network().readByLoss());
        int right = trace().targetClass(t, 0);
        double value = trace().value(output, t, 0, right);
        return IntStream.range(0, trace().width(output))
                .allMatch(unit -> unit == right || trace().value(output, t, 0, unit) < value);
    }
}
