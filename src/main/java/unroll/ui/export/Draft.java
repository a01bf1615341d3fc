package unroll.ui.export;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import unroll.debug.Passage;
import unroll.plot.Painter;
import unroll.plot.Palette;
import unroll.plot.Tabular;
import unroll.plot.Wording;
import unroll.plot.export.Exporter;
import unroll.plot.export.Film;
import unroll.plot.export.Origin;
import unroll.plot.export.Proof;
import unroll.plot.export.TableProof;
import unroll.ui.state.Messages;

/**
 * What would be exported as everything is chosen now.
 *
 * @param screen the colours of the window
 */
record Draft(
        Figures figures,
        SizeController size,
        FilmController stepping,
        LegendController legend,
        Supplier<Palette> screen,
        Messages messages) {

    /** How it is written; empty while the typed size can't be used. */
    Optional<Exporter> exporter() {
        return size.size()
                .map(chosen -> new Exporter(
                        chosen, legend.colours().palette(screen.get()), size.dpi(), legend.lettering(size.points())));
    }

    /** What a figure shows. */
    Painter painter(String figure) {
        return figures.pane(figure).getPainter();
    }

    /** A figure's film; empty while what is chosen is no part of the stepping. */
    Optional<Film> film(String figure) {
        return stepping.passage()
                .flatMap(passage -> figures.film(figure).map(pictures -> film(passage, pictures.get())));
    }

    private Film film(Passage passage, IntFunction<Painter> pictures) {
        List<Integer> cursors = passage.cursors();
        Wording wording = new Wording(messages);
        return new Film(
                cursors.size(),
                frame -> pictures.apply(cursors.get(frame)),
                frame -> Origin.place(passage.program(), cursors.get(frame), wording),
                stepping.millis());
    }

    /** What a figure will look like, a film in its last picture, which shows most; empty while something is missing. */
    Optional<Painter> proof(String figure, Output output) {
        if (output.isTable() && painter(figure) instanceof Tabular table) {
            return Optional.of(new TableProof(table));
        }
        if (!output.isFilm()) {
            return exporter().map(exporter -> new Proof(painter(figure), exporter));
        }
        return exporter()
                .flatMap(exporter -> film(figure).map(film -> {
                    int last = film.frames() - 1;
                    return new Proof(film.picture().apply(last), film.settings(exporter, last));
                }));
    }

    /** What is to be typed otherwise; empty when all is there. */
    Optional<String> missing(String figure, Output output) {
        if (exporter().isEmpty()) {
            return Optional.of(size.expectation());
        }
        return output.isFilm() && film(figure).isEmpty() ? Optional.of(stepping.expectation()) : Optional.empty();
    }
}
