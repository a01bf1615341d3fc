package unroll.core.fused;

import java.util.ArrayList;
import java.util.List;
import unroll.core.kernel.Kernel;
import unroll.core.model.Batch;
import unroll.core.model.LossSpec;
import unroll.core.model.Network;
import unroll.core.model.Phase;
import unroll.core.model.Schedule;
import unroll.core.model.Schedule.Sweep;
import unroll.core.model.Site;
import unroll.core.op.Op;
import unroll.core.op.Quantity;
import unroll.core.op.VectorRef;

/** Some rows of a batch, with memory and a gradient of their own, so that parts can run side by side. */
final class BatchPart {
    private final Batch batch;
    private final Frame frame;
    private final Workspace workspace;
    private final Bindings bindings;
    private final Loss loss;
    private final Copying copying;
    private final Place output;
    private final List<Stage> forward = new ArrayList<>();
    private final List<Stage> backward = new ArrayList<>();
    private final double[] gradient;
    private final int[] unreached;

    /**
     * @param rows how many at most
     * @param gradient flat under the parameters, to be set by every backward pass; empty if there is none
     */
    BatchPart(Given given, int rows, Kernel kernel, double[] gradient) {
        boolean differentiates = gradient.length > 0;
        Network network = given.network();
        this.batch = given.batch();
        this.frame = new Frame(rows, batch.capacitySteps(), network.packed());
        Workspace.Capacity capacity = new Workspace.Capacity(batch.capacitySteps(), rows, kernel.lanes());
        this.workspace = new Workspace(network, frame, capacity, differentiates);
        this.bindings = new Bindings(given, kernel, frame, workspace, gradient);
        Quantity read = ((Op.Loss) network.lossLine().op()).output().quantity();
        Window outputs = atHead(read);
        Window probabilities = network.loss().kind().hasProbabilities() ? atHead(Quantity.PROBABILITIES) : outputs;
        this.loss = new Loss(network, batch, kernel, outputs, probabilities);
        this.copying = new Copying(given, frame, workspace);
        this.output = outputs.place();
        compile(network, differentiates);
        this.gradient = gradient;
        this.unreached = bindings.unreached();
    }

    private Window atHead(Quantity quantity) {
        return Window.of(workspace.value(Site.head(quantity), VectorRef.WHOLE), 0);
    }

    private void compile(Network network, boolean differentiates) {
        Schedule schedule = Schedule.of(network);
        for (Group group : Group.of(schedule, Phase.FORWARD)) {
            boolean isHeadOfEveryStep = group.isHead() && group.sweep() != Sweep.ONCE;
            if (!isHeadOfEveryStep || network.loss().atEveryStep()) {
                forward.add(ForwardCompiler.compile(bindings, loss, group));
            } else if (network.loss().at() == LossSpec.At.LAST) {
                forward.add(ForwardCompiler.compile(bindings, loss, group.atTheEnd()));
            }
        }
        if (differentiates) {
            Reached reached = new Reached();
            for (Group group : Group.of(schedule, Phase.BACKWARD)) {
                backward.add(BackwardCompiler.compile(bindings, loss, group, reached));
            }
        }
    }

    /** Takes up the rows {@code [from, to)} of the batch as it stands. */
    void take(int from, int to) {
        if (frame.take(batch, from, to)) {
            workspace.clear();
        }
    }

    /** Forgets numbers that are not finite. */
    void clear() {
        workspace.clear();
    }

    /** Runs all forward lines; the packed weights are fresh by then. */
    void forward() {
        copying.bring();
        bindings.refreshBiases();
        for (int i = 0; i < forward.size(); i++) {
            forward.get(i).run();
        }
    }

    /** Runs all backward lines after a forward pass. */
    void backward() {
        for (int i = 0; i < backward.size(); i++) {
            backward.get(i).run();
        }
        bindings.completeGradient();
        // Decay may have made something of what nothing else writes.
        for (int index : unreached) {
            gradient[index] = 0;
        }
    }

    /** Takes the final states of the last forward pass for the next initial ones. */
    void carryOver() {
        copying.carryOver();
    }

    /** This part's share of L. */
    double loss() {
        return loss.total();
    }

    /** Where the batch's row is worked on, or −1 if in another part. */
    int rowOf(int batchRow) {
        return frame.placeOf(batchRow);
    }

    /** Copies the outputs that the loss reads, of a row of this part. */
    void copyOutputs(int t, int row, double[] to) {
        System.arraycopy(output.data(), output.index(t, row), to, 0, to.length);
    }
}
