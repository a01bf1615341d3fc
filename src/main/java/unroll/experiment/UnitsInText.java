package unroll.experiment;

import unroll.core.data.Alphabet;
import unroll.core.data.Examples;
import unroll.core.data.Inputs;
import unroll.core.model.Batch;
import unroll.core.model.Buffer;
import unroll.core.model.Detail;
import unroll.core.model.Execution;
import unroll.core.model.Parameters;
import unroll.core.model.Site;
import unroll.core.tensor.Tensor;
import unroll.experiment.Setup.Part;

/**
 * How closely units follow a feature of a text.
 *
 * @param correlations of each unit's value with the feature over many letters, of shape [units]
 */
public record UnitsInText(Tensor correlations) {
    private static final int LETTERS = 1024;
    private static final int LINE_BREAK = '\n';

    /** Sums over steps from which a correlation follows. */
    private static final class Sums {
        private final double[] units;
        private final double[] squares;
        private final double[] products;
        private double features;
        private double featureSquares;
        private int count;

        private Sums(int units) {
            this.units = new double[units];
            this.squares = new double[units];
            this.products = new double[units];
        }

        private void add(Buffer values, int t, int feature) {
            count++;
            features += feature;
            featureSquares += (double) feature * feature;
            for (int unit = 0; unit < units.length; unit++) {
                double value = values.data()[values.offset(t, 0) + unit];
                units[unit] += value;
                squares[unit] += value * value;
                products[unit] += value * feature;
            }
        }

        private Tensor correlations() {
            double[] all = new double[units.length];
            double featureVariance = featureSquares / count - Math.pow(features / count, 2);
            for (int unit = 0; unit < all.length; unit++) {
                double covariance = products[unit] / count - units[unit] / count * (features / count);
                double variance = squares[unit] / count - Math.pow(units[unit] / count, 2);
                all[unit] = covariance / Math.sqrt(variance * featureVariance);
            }
            return Tensor.of(all, all.length);
        }
    }

    /** Whether an experiment's sequences are texts with lines. */
    public static boolean isPossible(Setup setup) {
        return setup.experiment().task().spells() && alphabet(setup).code(LINE_BREAK) >= 0;
    }

    private static Alphabet alphabet(Setup setup) {
        return Alphabet.ofNames(setup.outputNames());
    }

    /**
     * Runs the first test sequences.
     *
     * @param setup for which {@link #isPossible} holds
     * @param site of the units
     */
    public static UnitsInText of(Setup setup, Parameters parameters, Site site, TextFeature feature) {
        Examples test = setup.data().test();
        Sums sums = new Sums(setup.network().hiddenSize());
        int read = 0;
        for (int i = 0; i < test.size() && read < LETTERS; i++) {
            Batch batch = setup.batch(Part.TEST, i);
            Execution execution = Execution.of(setup.network(), parameters, batch, Detail.TRAINING);
            execution.forward();
            addSequence(setup, i, feature, execution.values().get(site), sums);
            read += test.length(i);
        }
        return new UnitsInText(sums.correlations());
    }

    private static void addSequence(Setup setup, int example, TextFeature feature, Buffer values, Sums sums) {
        Examples test = setup.data().test();
        Inputs.Symbols symbols = (Inputs.Symbols) test.inputs();
        Alphabet alphabet = alphabet(setup);
        int now = TextFeature.UNKNOWN;
        int before = 0;
        for (int t = 1; t <= test.length(example); t++) {
            int letter = alphabet.character(symbols.code(example, t)).codePointAt(0);
            now = feature.next(now, before, letter);
            before = letter;
            if (now != TextFeature.UNKNOWN) {
                sums.add(values, t, now);
            }
        }
    }
}
