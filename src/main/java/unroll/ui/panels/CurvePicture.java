package unroll.ui.panels;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import unroll.experiment.Curve;
import unroll.experiment.Experiment;
import unroll.experiment.Level;
import unroll.experiment.Measure;
import unroll.experiment.TensorMetric;
import unroll.plot.curves.CurveNote;
import unroll.plot.curves.CurveSet;
import unroll.plot.curves.Doubles;
import unroll.plot.curves.Pen;
import unroll.plot.curves.Series;
import unroll.plot.curves.Spread;
import unroll.ui.state.Messages;

/** The curves of runs as a figure's series, and which run's measure each of them is. */
final class CurvePicture {
    private final CurveKind kind;
    private final List<ShownRun> runs;
    private final Messages messages;
    private final List<Series> series = new ArrayList<>();
    private final Map<Integer, Source> sources = new LinkedHashMap<>();

    /** What a series shows. */
    private record Source(ShownRun run, Measure measure) {}

    /**
     * Makes the series.
     *
     * @param runs the open one first; where curves are by tensor, it alone is shown
     * @param levels baselines that are drawn
     * @param seeds whether runs that differ in their seed only become one curve in a band
     */
    CurvePicture(CurveKind kind, List<ShownRun> runs, List<Level> levels, boolean seeds, Messages messages) {
        this.kind = kind;
        this.runs = kind.isByTensor() ? runs.stream().limit(1).toList() : runs;
        this.messages = messages;
        for (Level level : levels) {
            if (kind.shows(level.metric())) {
                series.add(Series.baseline(LevelName.of(level, messages), level.value()));
            }
        }
        List<List<ShownRun>> groups = groups(seeds);
        // The open run lies on top of those before it.
        for (int i = groups.size() - 1; i >= 0; i--) {
            add(groups.get(i), i, groups.size());
        }
    }

    private List<List<ShownRun>> groups(boolean seeds) {
        if (!seeds) {
            return runs.stream().map(List::of).toList();
        }
        Map<Experiment, List<ShownRun>> groups = new LinkedHashMap<>();
        for (ShownRun run : runs) {
            groups.computeIfAbsent(run.experiment().withSeed(0), any -> new ArrayList<>())
                    .add(run);
        }
        return List.copyOf(groups.values());
    }

    private void add(List<ShownRun> group, int index, int count) {
        List<Measure> measures = kind.measures(group.get(0).metrics());
        for (int i = 0; i < measures.size(); i++) {
            Measure measure = measures.get(i);
            Pen pen = count == 1
                    ? Pen.of(i).unmarked()
                    : measures.size() == 1 ? Pen.of(index) : Pen.of(index).dashed(measures.size() - 1 - i);
            String name = count == 1
                    ? name(measure)
                    : measures.size() == 1 ? group.get(0).name() : group.get(0).name() + " " + name(measure);
            add(group, measure, name, pen);
        }
    }

    private void add(List<ShownRun> group, Measure measure, String name, Pen pen) {
        List<Series> members = new ArrayList<>();
        for (ShownRun run : group) {
            Curve curve = run.metrics().of(measure);
            if (!curve.isEmpty()) {
                Doubles places = Doubles.of(curve.iterations().asDoubleStream());
                members.add(Series.curve(name, places, Doubles.of(curve.values()), 0)
                        .drawnWith(pen));
            }
        }
        if (members.size() == 1) {
            sources.put(series.size(), new Source(group.get(0), measure));
            series.add(members.get(0));
        } else if (members.size() > 1) {
            series.add(Spread.of(messages.text("panels.meanOf", name, members.size()), members, pen));
        }
    }

    private String name(Measure measure) {
        return measure instanceof TensorMetric metric
                ? TensorName.caption(metric.tensor())
                : messages.text("panels.metric." + measure.id());
    }

    CurveSet curves() {
        return new CurveSet(messages.text("panels.iteration"), title(), series);
    }

    /** With what the first run's weights were drawn from. */
    private String title() {
        String title = messages.text(kind.titleKey());
        return runs.isEmpty()
                ? title
                : messages.text(
                        "panels.titleOf",
                        title,
                        runs.get(0).experiment().initialiser().plain());
    }

    /** The indices of the series that notes can be written on. */
    List<Integer> noted() {
        return List.copyOf(sources.keySet());
    }

    String nameOf(int index) {
        return series.get(index).name();
    }

    /** A note on a series; empty on a baseline or a mean. */
    Optional<RunNote> note(int index, double iteration, String text) {
        return Optional.ofNullable(sources.get(index))
                .map(source -> new RunNote(source.run().id(), source.measure(), iteration, text));
    }

    /** The notes on curves that are shown. */
    List<CurveNote> notes(List<RunNote> written) {
        List<CurveNote> shown = new ArrayList<>();
        for (RunNote note : written) {
            sources.forEach((index, source) -> {
                if (source.run().id() == note.run() && source.measure().equals(note.measure())) {
                    shown.add(new CurveNote(nameOf(index), note.iteration(), note.text()));
                }
            });
        }
        return shown;
    }
}
