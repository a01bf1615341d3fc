package unroll.core.op;

/**
 * The losses: of one step from its output, averaged over the rows of the batch.
 *
 * <p>B is the number of rows, O of outputs, w the weight of the step in the total loss.
 */
public enum LossKind {
    /** The mean over rows and outputs of (y − y*)². */
    MSE("mse") {
        @Override
        String plain(VectorRef y) {
            return "mean (" + y.plain() + " − y*ₜ)²";
        }

        @Override
        String tex(VectorRef y) {
            return "\\mathrm{mean}(" + y.tex() + " - y^*_t)^2";
        }

        @Override
        String slopePlain(VectorRef y) {
            return "w · 2/(B·O) · (" + y.plain() + " − y*ₜ)";
        }

        @Override
        String slopeTex(VectorRef y) {
            return "\\tfrac{2w}{BO}(" + y.tex() + " - y^*_t)";
        }
    },
    /** The mean over rows of −log softmax(y)[y*], with a class for y*. */
    CROSS_ENTROPY("cross_entropy") {
        @Override
        String plain(VectorRef y) {
            return "mean −log pₜ[y*ₜ]";
        }

        @Override
        String tex(VectorRef y) {
            return "-\\log p_t[y^*_t]";
        }

        @Override
        String slopePlain(VectorRef y) {
            return "w/B · (pₜ − 1[y*ₜ])";
        }

        @Override
        String slopeTex(VectorRef y) {
            return "\\tfrac{w}{B}(p_t - 1_{y^*_t})";
        }
    },
    /** The mean over rows of −ŷ[y*], with a class for y*: of log-probabilities, the negative log-likelihood. */
    NLL("nll") {
        @Override
        String plain(VectorRef y) {
            return "mean −" + y.plain() + "[y*ₜ]";
        }

        @Override
        String tex(VectorRef y) {
            return "-" + y.tex() + "[y^*_t]";
        }

        @Override
        String slopePlain(VectorRef y) {
            return "−w/B · 1[y*ₜ]";
        }

        @Override
        String slopeTex(VectorRef y) {
            return "-\\tfrac{w}{B} 1_{y^*_t}";
        }
    };

    private final String id;

    LossKind(String id) {
        this.id = id;
    }

    abstract String plain(VectorRef y);

    abstract String tex(VectorRef y);

    abstract String slopePlain(VectorRef y);

    abstract String slopeTex(VectorRef y);

    /** The name in files and commands. */
    public String id() {
        return id;
    }

    /** Whether a target is a class rather than a vector. */
    public boolean classifies() {
        return this != MSE;
    }

    /** Whether it takes the softmax of what it reads, which is then a vector of its own. */
    public boolean hasProbabilities() {
        return this == CROSS_ENTROPY;
    }
}
