package unroll.ui.panels;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import unroll.plot.panel.Measured;
import unroll.plot.panel.PanelFigure;
import unroll.plot.panel.PanelOptions;
import unroll.plot.panel.Sample;
import unroll.run.NewestFirst;

/** Measures traces for the panels in the background: for each of them the newest request wins. */
public final class Measuring implements AutoCloseable {
    /** What to measure. */
    record Request(Sample sample, PanelFigure figure, PanelOptions options) {}

    /**
     * What came of it.
     *
     * @param measured empty if it failed
     * @param problem why, if it did
     */
    record Answer(Request request, Optional<Measured> measured, String problem) {}

    private final List<NewestFirst<Request, Answer>> workers = new ArrayList<>();

    /** A background of its own for a panel. */
    NewestFirst<Request, Answer> worker() {
        NewestFirst<Request, Answer> worker =
                new NewestFirst<>("unroll-panel-" + (workers.size() + 1), (request, replaced) -> measure(request));
        workers.add(worker);
        return worker;
    }

    private static Answer measure(Request request) {
        try {
            Measured measured = request.figure().measure(request.sample(), request.options());
            return new Answer(request, Optional.of(measured), "");
        } catch (RuntimeException broken) {
            return new Answer(request, Optional.empty(), broken.toString());
        } catch (OutOfMemoryError tooLarge) {
            return new Answer(request, Optional.empty(), "not enough memory");
        }
    }

    @Override
    public void close() {
        workers.forEach(NewestFirst::close);
    }
}
