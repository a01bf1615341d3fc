package unroll.core.op;

import java.util.ArrayList;
import java.util.List;
import unroll.core.kernel.Kernel;

/** Some of the places of an update's arrays, taken through some lines a piece at a time. For one thread. */
final class UpdatePart {
    private final UpdateMemory memory;
    private final Kernel kernel;
    private final int from;
    private final int end;
    private final List<ArrayProgram> first = new ArrayList<>();
    private final List<ArrayProgram> later = new ArrayList<>();
    private final boolean movesWeights;
    private double squares;

    /** @param lines whose targets are arrays */
    UpdatePart(UpdateMemory memory, List<UpdateLine.Assignment> lines, Kernel kernel, int from, int end) {
        this.memory = memory;
        this.kernel = kernel;
        this.from = from;
        this.end = end;
        this.movesWeights = lines.stream().anyMatch(line -> line.target() == UpdateVariable.WEIGHT);
        for (UpdateLine.Assignment line : lines) {
            ArrayProgram program = new ArrayProgram(memory, line.target(), line.formula());
            boolean hasOwnStart = !line.first().equals(line.formula());
            later.add(program);
            first.add(hasOwnStart ? new ArrayProgram(memory, line.target(), line.first()) : program);
        }
    }

    boolean isEmpty() {
        return from == end;
    }

    double sumOfSquaredWeights() {
        return squares;
    }

    void run() {
        List<ArrayProgram> programs = memory.iteration() == 1 ? first : later;
        for (int tensor = 0; tensor < memory.tensors(); tensor++) {
            int start = Math.max(from, memory.bound(tensor));
            int stop = Math.min(end, memory.bound(tensor + 1));
            if (start < stop) {
                run(programs, tensor, start, stop);
            }
        }
        if (movesWeights && memory.sumsSquares()) {
            squares = kernel.sumOfSquares(memory.weights(), from, end - from);
        }
    }

    private void run(List<ArrayProgram> programs, int tensor, int start, int stop) {
        for (int i = 0; i < programs.size(); i++) {
            programs.get(i).begin(tensor);
        }
        for (int at = start; at < stop; at += ArrayProgram.PIECE) {
            int length = Math.min(ArrayProgram.PIECE, stop - at);
            if (movesWeights && memory.keepsWeights()) {
                memory.keepWeights(at, length);
            }
            for (int i = 0; i < programs.size(); i++) {
                programs.get(i).run(kernel, at, length);
            }
        }
    }
}
