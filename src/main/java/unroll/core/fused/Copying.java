package unroll.core.fused;

import java.util.ArrayList;
import java.util.List;
import unroll.core.cell.BiasMode;
import unroll.core.model.Buffer;
import unroll.core.model.InitialStates;
import unroll.core.model.RowPlaces;
import unroll.core.model.Site;
import unroll.core.op.Quantity;
import unroll.core.op.VectorRef;

/** Brings what a pass is given to a part's places: inputs, dropout's masks, places and initial states; and takes states back. */
final class Copying {
    private record Steps(Buffer given, Place place) {}

    private record Start(Site site, Buffer initial, Place place) {}

    private final Frame frame;
    private final InitialStates initialStates;
    private final List<Steps> steps = new ArrayList<>();
    private final List<Start> starts = new ArrayList<>();

    Copying(Given given, Frame frame, Workspace workspace) {
        this.frame = frame;
        this.initialStates = given.initialStates();
        addSteps(given.batch().inputs(), workspace.value(new Site(0, Quantity.INPUT), VectorRef.WHOLE));
        for (int layer = 0; layer < given.network().layers(); layer++) {
            Site site = new Site(layer, Quantity.MASK);
            given.masks().of(layer).ifPresent(mask -> addSteps(mask, workspace.value(site, VectorRef.WHOLE)));
            if (given.network().bias() == BiasMode.PER_ROW) {
                Buffer places = RowPlaces.of(given.network(), given.batch());
                addSteps(places, workspace.value(new Site(layer, Quantity.PLACE), VectorRef.WHOLE));
            }
        }
        for (Site site : initialStates.sites()) {
            starts.add(new Start(site, initialStates.of(site), workspace.value(site, VectorRef.WHOLE)));
        }
    }

    private void addSteps(Buffer given, Place place) {
        steps.add(new Steps(given, place));
    }

    /** Before a forward pass. */
    void bring() {
        for (int i = 0; i < steps.size(); i++) {
            copy(steps.get(i));
        }
        frame.startFromZero(initialStates.areZero());
        for (int i = 0; i < starts.size(); i++) {
            Start start = starts.get(i);
            int slot = start.site().direction().initialStep(frame.steps());
            for (int row = 0; row < frame.rows(); row++) {
                Buffer initial = start.initial();
                int from = initial.offset(0, frame.batchRow(row));
                start.place().put(initial.data(), from, slot, row);
            }
        }
    }

    private void copy(Steps given) {
        Buffer buffer = given.given();
        for (int t = 1; t <= frame.steps(); t++) {
            for (int row = 0; row < frame.rows(); row++) {
                int from = buffer.offset(t, frame.batchRow(row));
                given.place().put(buffer.data(), from, t, row);
            }
        }
    }

    /** Takes the final states of the last forward pass for the next initial ones. */
    void carryOver() {
        for (int i = 0; i < starts.size(); i++) {
            Start start = starts.get(i);
            int slot = start.site().direction().finalStep(frame.steps());
            for (int row = 0; row < frame.rows(); row++) {
                Buffer initial = start.initial();
                start.place().get(slot, row, initial.data(), initial.offset(0, frame.batchRow(row)));
            }
        }
    }
}
