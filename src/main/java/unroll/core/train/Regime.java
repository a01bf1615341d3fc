package unroll.core.train;

import unroll.core.model.Dropout;
import unroll.core.model.Truncation;

/**
 * What a training iteration does to its sequences before it differentiates them.
 *
 * @param truncation into pieces, each of which is an iteration that goes on from the piece before
 * @param initialState of whole sequences, in training and elsewhere
 * @param dropout of the layers' inputs, which evaluation knows nothing of
 */
public record Regime(Truncation truncation, InitialState initialState, Dropout dropout) {
    /** Whole sequences from zero, with nothing dropped. */
    public static final Regime PLAIN = new Regime(Truncation.NONE, new InitialState.Zero(), Dropout.NONE);

    /** Whether an iteration may go on from where another ended. */
    public boolean carriesStates() {
        return truncation.exists() || initialState.isCarried();
    }

    public Regime withTruncation(Truncation replacement) {
        return new Regime(replacement, initialState, dropout);
    }

    public Regime withInitialState(InitialState replacement) {
        return new Regime(truncation, replacement, dropout);
    }

    public Regime withDropout(Dropout replacement) {
        return new Regime(truncation, initialState, replacement);
    }
}
