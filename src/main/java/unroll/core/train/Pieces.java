package unroll.core.train;

import unroll.core.data.Sequences;
import unroll.core.model.Batch;
import unroll.core.model.Network;
import unroll.core.model.Truncation;

/** Which part of which sequences an iteration sees: all of its batch's, or one piece where they are truncated. */
final class Pieces {
    private final BatchOrder order;
    private final Truncation truncation;
    private final boolean carries;
    private final boolean neverResets;
    private final int pieces;
    private final Batch whole;
    private long held = -1;

    Pieces(TrainingSetup setup) {
        Network network = setup.network();
        Sequences sequences = setup.examples();
        this.truncation = setup.regime().truncation();
        this.carries = setup.regime().initialState().isCarried();
        this.neverResets = setup.regime().initialState().isNeverReset();
        this.order = new BatchOrder(sequences, setup.batching(), carries);
        int depth = truncation.exists() ? truncation.depth() : sequences.steps();
        this.pieces = (sequences.steps() + depth - 1) / depth;
        this.whole = new Batch(network, sequences.steps(), order.largestBatch());
    }

    /** A batch with room for any iteration's piece. */
    Batch batch(Network network) {
        int steps = truncation.exists() ? Math.min(truncation.depth(), whole.steps()) : whole.steps();
        return new Batch(network, steps, order.largestBatch());
    }

    int iterationsPerEpoch() {
        return order.iterationsPerEpoch() * pieces;
    }

    /** Whether an iteration's rows go on from where those of the one before ended. */
    boolean goesOn(long iteration) {
        boolean startsBatch = iteration % pieces == 0;
        boolean startsEpoch = neverResets ? iteration == 0 : iteration % iterationsPerEpoch() == 0;
        return !startsBatch || (carries && !startsEpoch);
    }

    /** Fills a batch with what an iteration sees. */
    void fill(long iteration, Batch batch) {
        if (pieces == 1) {
            order.fill(iteration, batch);
            return;
        }
        if (held != iteration / pieces) {
            held = iteration / pieces;
            order.fill(held, whole);
        }
        int first = (int) (iteration % pieces) * truncation.depth() + 1;
        batch.takePiece(whole, first, Math.min(truncation.depth(), whole.steps() - first + 1));
    }
}
