package unroll.core.data;

import java.util.Arrays;
import unroll.core.model.Batch;

/** One sequence while it is drawn, in memory that serves again for the next: drawing allocates nothing. */
public final class Sequence {
    private final SequenceRule rule;
    private final int shownWidth;
    private final double[] shown;
    private final double[] targets;
    private final double[] legal;
    private int length;

    Sequence(SequenceRule rule) {
        this.rule = rule;
        this.shownWidth = rule.showsSymbols() ? 1 : rule.inputs();
        this.shown = new double[rule.steps() * shownWidth];
        this.targets = new double[rule.answersAtEveryStep() ? rule.steps() : 1];
        this.legal = new double[targets.length];
        clear();
    }

    /** All zero, of full length, with nothing legal but the target. */
    void clear() {
        Arrays.fill(shown, 0);
        Arrays.fill(targets, 0);
        Arrays.fill(legal, 0);
        length = rule.steps();
    }

    /** Sets an input number at step t = 1 … T. */
    void show(int t, int unit, double value) {
        shown[(t - 1) * shownWidth + unit] = value;
    }

    /** The input number at step t. */
    double shown(int t, int unit) {
        return shown[(t - 1) * shownWidth + unit];
    }

    /** Sets the symbol that stands at step t. */
    void showSymbol(int t, int code) {
        shown[t - 1] = code;
    }

    /** Sets the target of the whole sequence: a number or a class. */
    void expect(double target) {
        Arrays.fill(targets, target);
    }

    /** Sets the target of step t: a number or a class. */
    void expect(int t, double target) {
        targets[t - 1] = target;
    }

    /** Says which classes can follow step t, as the sum of 2^class over them. */
    void allow(int t, long classes) {
        legal[t - 1] = classes;
    }

    /** Ends the sequence before its time; what was set beyond is taken back. */
    void end(int steps) {
        length = steps;
        Arrays.fill(shown, steps * shownWidth, shown.length, rule.showsSymbols() ? Inputs.Symbols.END : 0);
    }

    int length() {
        return length;
    }

    void copyTo(Batch batch, int row) {
        for (int t = 1; t <= batch.steps(); t++) {
            for (int unit = 0; unit < rule.inputs(); unit++) {
                batch.setInput(t, row, unit, t <= length ? input(t, unit) : 0);
            }
            double target = targets[Math.min(t, targets.length) - 1];
            if (rule.classifies()) {
                batch.setClass(t, row, (int) target);
            } else {
                batch.setTarget(t, row, 0, target);
            }
        }
        batch.setLength(row, length);
    }

    private double input(int t, int unit) {
        if (rule.showsSymbols()) {
            return shown[t - 1] == unit ? 1 : 0;
        }
        return shown(t, unit);
    }

    /** Copies what the sequence shows, numbers or codes, into its place in a larger array. */
    void copyShown(double[] all, int example) {
        System.arraycopy(shown, 0, all, example * shown.length, shown.length);
    }

    void copyTargets(double[] all, int example) {
        System.arraycopy(targets, 0, all, example * targets.length, targets.length);
    }

    void copyLegal(double[] all, int example) {
        System.arraycopy(legal, 0, all, example * legal.length, legal.length);
    }

    /** What the sequence shows, to tell it from others. */
    String fingerprint() {
        return Arrays.toString(shown);
    }
}
