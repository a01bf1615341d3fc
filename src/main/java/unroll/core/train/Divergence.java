package unroll.core.train;

import unroll.core.model.Direction;
import unroll.core.model.Execution;
import unroll.core.model.Parameters;
import unroll.core.model.Site;
import unroll.core.optim.UpdateProgram;

/**
 * Why training stopped: the first number that was not finite.
 *
 * @param iteration the one that it came up in, from 1
 * @param lastGood the latest parameters for which loss and gradient were finite
 */
public record Divergence(long iteration, Place place, Parameters lastGood) {
    /** What was not finite. */
    public sealed interface Place {
        /** In words, with the value. */
        String plain();
    }

    /** A unit of a vector, or of a vector's gradient. Said with rows from 1, and units from 0 as in the equations. */
    public record InVector(Execution.NonFinite found) implements Place {
        @Override
        public String plain() {
            Site site = found.site();
            String layer = site.isHead() ? "" : " of layer " + (site.layer() + 1) + backwards(site);
            return (found.isGradient() ? "∂L/∂" : "") + site.quantity().plain() + layer + " at step " + found.step()
                    + ", row " + (found.row() + 1) + ", unit " + found.unit() + " is " + found.value();
        }
    }

    /** A derivative with respect to a parameter, of which each step's share was finite. */
    public record InParameterGradient(String parameter, int index, double value) implements Place {
        @Override
        public String plain() {
            return "∂L/∂" + parameter + "[" + index + "] is " + value;
        }
    }

    /** A sum of finite numbers: the loss or the gradient's norm. */
    public record InTotal(String letter, double value) implements Place {
        @Override
        public String plain() {
            return letter + " is " + value;
        }
    }

    /** A result of an update line. */
    public record InUpdate(UpdateProgram.NonFinite found) implements Place {
        @Override
        public String plain() {
            return found.variable().plain() + " of " + found.parameter() + "[" + found.index()
                    + "] after the update is " + found.value();
        }
    }

    private static String backwards(Site site) {
        return site.direction() == Direction.REVERSE ? " ←" : "";
    }

    /** In words. */
    public String plain() {
        return "iteration " + iteration + ": " + place.plain();
    }
}
