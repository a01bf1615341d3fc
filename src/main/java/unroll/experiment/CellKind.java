package unroll.experiment;

import unroll.core.cell.Cell;
import unroll.core.cell.Concat;
import unroll.core.cell.Gru;
import unroll.core.cell.Lstm;
import unroll.core.cell.Rnn;
import unroll.core.op.Activation;

/** The cells that an experiment can name. */
public enum CellKind {
    RNN {
        @Override
        public Cell cell(Activation activation) {
            return new Rnn(activation);
        }
    },
    LSTM {
        @Override
        public Cell cell(Activation activation) {
            return new Lstm();
        }
    },
    GRU {
        @Override
        public Cell cell(Activation activation) {
            return new Gru(Gru.Reset.AFTER);
        }
    },
    GRU_BEFORE {
        @Override
        public Cell cell(Activation activation) {
            return new Gru(Gru.Reset.BEFORE);
        }
    },
    CONCAT {
        @Override
        public Cell cell(Activation activation) {
            return new Concat();
        }
    };

    /** The cell; only a plain one has a choice of activation. */
    public abstract Cell cell(Activation activation);

    /** The name in files and commands. */
    public String id() {
        return cell(Activation.TANH).id();
    }
}
