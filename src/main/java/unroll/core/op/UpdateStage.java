package unroll.core.op;

import java.util.ArrayList;
import java.util.List;
import unroll.core.kernel.Engine;

/**
 * Lines of an update that follow one another without a norm over all places in between: each place of the arrays can be
 * taken through all of them by itself, and they are run a piece at a time, in two halves that can stand side by side.
 * Running allocates nothing.
 */
public final class UpdateStage {
    /** With fewer places than this, handing a half over takes longer than working it. */
    private static final int SPLIT = 4096;

    /** Halves do not meet within a line of the cache. */
    private static final int ALIGNED = 8;

    private final UpdateMemory memory;
    private final List<UpdateLine.Norm> norms = new ArrayList<>();
    private final List<UpdateLine.Assignment> numbers = new ArrayList<>();
    private final UpdatePart one;
    private final UpdatePart other;
    private final Runnable runOne;
    private final Runnable runOther;
    private final Engine engine;

    private UpdateStage(UpdateMemory memory, List<UpdateLine> lines, Engine engine) {
        this.memory = memory;
        this.engine = engine;
        List<UpdateLine.Assignment> arrays = new ArrayList<>();
        for (UpdateLine line : lines) {
            if (line instanceof UpdateLine.Norm norm) {
                norms.add(norm);
            } else if (line instanceof UpdateLine.Assignment assignment) {
                (line.target().isScalar() ? numbers : arrays).add(assignment);
            }
        }
        int size = memory.bound(memory.tensors());
        int middle = size < SPLIT ? size : size / 2 / ALIGNED * ALIGNED;
        this.one = new UpdatePart(memory, arrays, engine.kernels().get(), 0, middle);
        this.other = new UpdatePart(memory, arrays, engine.kernels().get(), middle, size);
        this.runOne = one::run;
        this.runOther = other::run;
    }

    /** All stages of an update, in order: each begins with the norms that its lines need. */
    public static List<UpdateStage> of(UpdateMemory memory, List<UpdateLine> lines, Engine engine) {
        List<UpdateStage> stages = new ArrayList<>();
        List<UpdateLine> present = new ArrayList<>();
        for (UpdateLine line : lines) {
            boolean goesOn = present.isEmpty()
                    || !(line instanceof UpdateLine.Norm)
                    || present.get(present.size() - 1) instanceof UpdateLine.Norm;
            if (!goesOn) {
                stages.add(new UpdateStage(memory, present, engine));
                present.clear();
            }
            present.add(line);
        }
        stages.add(new UpdateStage(memory, present, engine));
        return List.copyOf(stages);
    }

    /** Runs all lines: those on single numbers first, since they depend on no array but by its norm. */
    public void run() {
        for (int i = 0; i < norms.size(); i++) {
            norms.get(i).run(memory);
        }
        for (int i = 0; i < numbers.size(); i++) {
            numbers.get(i).runOnNumbers(memory);
        }
        if (other.isEmpty()) {
            one.run();
        } else {
            engine.runner().run(runOne, runOther);
        }
    }

    /** Σ w² of the weights that the last run that was to sum them has made; 0 if it makes none. */
    public double sumOfSquaredWeights() {
        return one.sumOfSquaredWeights() + other.sumOfSquaredWeights();
    }
}
