package unroll.ui.state;

import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import unroll.core.data.Spelling;
import unroll.experiment.ByHand;
import unroll.experiment.ByHand.Place;
import unroll.experiment.Probe;
import unroll.experiment.Probed;
import unroll.experiment.Setup;
import unroll.experiment.Setup.Part;
import unroll.run.TraceAnswer;
import unroll.run.TraceRequest;

/** Which sequences are traced: others are chosen, and those chosen are changed by hand. All of it can be undone. */
public final class Probing {
    private final Laboratory laboratory;
    private final Stepping stepping;

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

    /** The shown sequence of the latest trace, as {@link #traced} gives it. */
    public Optional<Probed.Row> row() {
        return traced().map(probed -> probed.rows().get(stepping.row()));
    }

    /** How the sequences are written as texts; empty where they are numbers, and before the first trace. */
    public Optional<Spelling> spelling() {
        return Optional.ofNullable(laboratory.traced().get()).flatMap(latest -> {
            Setup setup = latest.setup();
            return setup.experiment().task().spelling(setup.data());
        });
    }

    /** Looks at another sequence of the data; past the end stands for the last. */
    public void choose(Part part, int example) {
        laboratory.look(probe().get().at(part, example), "example");
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
        spelling().ifPresent(spelling -> {
            spelling.inputs(text);
            laboratory.look(probe().get().withChange(stepping.row(), ByHand.typed(text)), "text");
        });
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
