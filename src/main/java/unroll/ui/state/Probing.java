package unroll.ui.state;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import unroll.experiment.ByHand;
import unroll.experiment.ByHand.Place;
import unroll.experiment.Probe;
import unroll.experiment.Probed;
import unroll.experiment.Setup.Part;
import unroll.run.TraceAnswer;
import unroll.run.TraceRequest;

/** Which sequences are traced: others are chosen, and those chosen are changed by hand. All of it can be undone. */
public final class Probing {
    private final Laboratory laboratory;
    private final Stepping stepping;
    private final BooleanProperty editing = new SimpleBooleanProperty(this, "editing");
    private final ReadOnlyIntegerWrapper numberWanted = new ReadOnlyIntegerWrapper(this, "numberWanted");

    Probing(Laboratory laboratory, Stepping stepping) {
        this.laboratory = laboratory;
        this.stepping = stepping;
    }

    /** What was asked for last; its trace may be still to come. */
    public ReadOnlyObjectProperty<Probe> probe() {
        return laboratory.probe();
    }

    /** The sequences of the latest trace; empty before the first, and while the batch of an iteration is traced. */
    public Optional<Probed> traced() {
        TraceAnswer.Traced latest = laboratory.traced().get();
        return latest != null && latest.request() instanceof TraceRequest.Example example
                ? Optional.of(latest.setup().probed(example.probe()))
                : Optional.empty();
    }

    /** Whether the latest trace is of what was asked for last; that of an iteration's batch is asked for elsewhere. */
    public boolean isTraced() {
        TraceAnswer.Traced latest = laboratory.traced().get();
        return latest != null
                && (!(latest.request() instanceof TraceRequest.Example example)
                        || example.probe().equals(probe().get()));
    }

    /** The part of the data that the latest trace's sequences come from. */
    public Part tracedPart() {
        TraceAnswer.Traced latest = laboratory.traced().get();
        return latest.request() instanceof TraceRequest.Example example
                ? example.probe().part()
                : Part.TRAIN;
    }

    /** The shown sequence as it was asked for last, whose trace may be still to come; empty where there is none. */
    public Optional<Probed.Row> asked() {
        TraceAnswer.Traced latest = laboratory.traced().get();
        if (latest == null || latest.request() instanceof TraceRequest.Iteration) {
            return Optional.empty();
        }
        List<Probed.Row> rows = latest.setup().probed(probe().get()).rows();
        return Optional.of(rows.get(Math.min(stepping.row(), rows.size() - 1)));
    }

    /** The text of {@link #asked}; empty where it is none. */
    public Optional<String> askedText() {
        TraceAnswer.Traced latest = laboratory.traced().get();
        return asked().flatMap(row -> latest.setup().text(row));
    }

    /** The shown sequence of the latest trace, as {@link #traced} gives it. */
    public Optional<Probed.Row> row() {
        return traced().map(probed -> probed.rows().get(stepping.row()));
    }

    /** Whether the view that edits the sequence is open. */
    public BooleanProperty editing() {
        return editing;
    }

    /** How often somebody has asked to change the selected number: the view that does it opens and takes the keys. */
    public ReadOnlyIntegerProperty numberWanted() {
        return numberWanted.getReadOnlyProperty();
    }

    /** Opens the view that edits the sequence, at the selected number. */
    public void editNumber() {
        editing.set(true);
        numberWanted.set(numberWanted.get() + 1);
    }

    /** Looks at another sequence of the data; past the end stands for the last. Another part is an edit on its own. */
    public void choose(Part part, int example) {
        String gesture = part == probe().get().part() ? "example" : "part";
        laboratory.look(probe().get().at(part, example), gesture);
    }

    /** Traces so many sequences as one batch. */
    public void chooseRows(int rows) {
        laboratory.look(probe().get().withRows(rows), "rows");
    }

    /** Changes some numbers of the shown sequence, by hand. */
    public void change(Map<Place, Double> values) {
        laboratory.look(probe().get().withValues(stepping.row(), values), "values");
    }

    /** Changes one number of the shown sequence; another one is another edit to undo. */
    public void change(Place place, double value) {
        laboratory.look(probe().get().withValues(stepping.row(), Map.of(place, value)), place.toString());
    }

    /**
     * Puts a text in place of the shown sequence.
     *
     * @throws IllegalArgumentException if it can't be read
     */
    public void type(String text) {
        laboratory.traced().get().setup().requireReadable(text);
        laboratory.look(probe().get().withChange(stepping.row(), ByHand.typed(text)), "text");
    }

    /** Whether any sequence differs from the data. */
    public boolean isChanged() {
        return !probe().get().changes().isEmpty();
    }

    /** Takes the shown sequence back to the data. */
    public void backToData() {
        laboratory.look(probe().get().withChange(stepping.row(), ByHand.NOTHING), "back");
    }

    /** Ends a gesture: what is changed next is undone apart from what was changed before. */
    public void endGesture() {
        laboratory.endGesture();
    }
}
