package unroll.core.fused;

import java.util.Optional;
import unroll.core.kernel.Operand;

/** A place as a line reads or writes it: at the step at which the line runs, or at a neighbouring one. */
final class Window {
    /** A shift that stands for step 1, whatever step the line runs at. */
    static final int TO_THE_FIRST = Integer.MIN_VALUE;

    private final Place place;
    private final int shift;
    private final Operand operand;

    private Window(Place place, int shift, Operand operand) {
        this.place = place;
        this.shift = shift;
        this.operand = operand;
    }

    /** By rows. */
    static Window of(Place place, int shift) {
        return new Window(place, shift, Operand.rows(place.data(), 0, place.stride()));
    }

    /** The step that it shows when its line runs at t. */
    int step(int t) {
        return shift == TO_THE_FIRST ? 1 : t + shift;
    }

    /** The same with rows and columns exchanged. */
    Window transposed() {
        return new Window(place, shift, Operand.transposed(place.data(), 0, place.stride()));
    }

    /** The same as a right factor. */
    Window panels(int panelWidth) {
        return new Window(place, shift, Operand.panels(place.data(), 0, place.stride(), panelWidth));
    }

    /** One block of the vector. */
    Window block(int index) {
        return of(place.block(index), shift);
    }

    /** The operand, from the row of a step on. */
    Operand at(int t) {
        return operand.moveTo(place.index(step(t)));
    }

    /** The operand, from a row of a step on. */
    Operand at(int t, int row) {
        return operand.moveTo(place.index(step(t), row));
    }

    Operand operand() {
        return operand;
    }

    Place place() {
        return place;
    }

    int shift() {
        return shift;
    }

    int width() {
        return place.width();
    }

    /** Whether the other window is the same part of the same memory. */
    boolean isSame(Window other) {
        return place.isSame(other.place) && shift == other.shift;
    }

    /** This window and the block after it as one, if the other is that block. */
    Optional<Window> joined(Window next) {
        return shift == next.shift ? place.joined(next.place).map(both -> of(both, shift)) : Optional.empty();
    }
}
