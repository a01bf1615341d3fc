package unroll.core.model;

import unroll.core.model.Schedule.Block;
import unroll.core.model.Schedule.Part;
import unroll.core.model.Schedule.ScheduledLine;
import unroll.core.model.Schedule.Sweep;

/**
 * A block of the schedule with what its lines do on a batch.
 *
 * @param onlyWithLoss which lines matter only at steps whose output the loss reads
 * @param goesBack which lines hand a gradient to the step before, where a truncation cuts
 */
@SuppressWarnings("ArrayRecordComponent") // read in the innermost loop
record CompiledBlock(Block block, Instruction[][] lines, boolean[] onlyWithLoss, boolean[] goesBack) {
    static CompiledBlock of(Block block, Network network, Compiler compiler) {
        int count = block.lines().size();
        Instruction[][] lines = new Instruction[count][];
        boolean[] onlyWithLoss = new boolean[count];
        boolean[] goesBack = new boolean[count];
        for (int i = 0; i < count; i++) {
            ScheduledLine line = block.lines().get(i);
            lines[i] = compiler.compile(line);
            onlyWithLoss[i] = block.sweep() == Sweep.UP
                    && line.listed().part() == Part.HEAD
                    && !network.loss().atEveryStep();
            goesBack[i] = line.goesBack();
        }
        return new CompiledBlock(block, lines, onlyWithLoss, goesBack);
    }

    ScheduledLine line(int index) {
        return block.lines().get(index);
    }

    void run(int line, int t) {
        for (Instruction instruction : lines[line]) {
            instruction.run(t);
        }
    }
}
