package unroll.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import unroll.experiment.Curve;
import unroll.experiment.Measure;
import unroll.experiment.Metric;
import unroll.experiment.Metrics;
import unroll.experiment.TensorMetric;

/** Metrics as a table: a row an iteration, a column a measure, an empty cell where none was measured; exact digits. */
final class MetricsCsv {
    private static final String ITERATION = "iteration";

    private MetricsCsv() {}

    static String write(Metrics metrics) {
        List<Measure> columns = List.copyOf(metrics.curves().keySet());
        Map<Long, String[]> rows = new TreeMap<>();
        for (int column = 0; column < columns.size(); column++) {
            Curve curve = metrics.of(columns.get(column));
            for (int i = 0; i < curve.size(); i++) {
                String[] row = rows.computeIfAbsent(curve.iteration(i), any -> new String[columns.size()]);
                row[column] = Double.toString(curve.value(i));
            }
        }
        StringBuilder text = new StringBuilder(ITERATION);
        columns.forEach(measure -> text.append(',').append(measure.id()));
        rows.forEach((iteration, row) -> {
            text.append('\n').append(iteration);
            for (String cell : row) {
                text.append(',').append(cell == null ? "" : cell);
            }
        });
        return text.append('\n').toString();
    }

    static Metrics read(TextFile file) throws ReadProblem {
        CsvRows csv = CsvRows.of(file);
        if (csv.rows().isEmpty() || !csv.rows().get(0).cells().get(0).equals(ITERATION)) {
            throw new ReadProblem(csv.name(), "line 1", "expected a header that begins with " + ITERATION, "");
        }
        CsvRows.Row header = csv.rows().get(0);
        List<Measure> columns = new ArrayList<>();
        for (String name : header.cells().subList(1, header.cells().size())) {
            columns.add(Measure.of(name)
                    .orElseThrow(() -> new ReadProblem(
                            csv.name(),
                            "line 1",
                            "unknown metric " + name,
                            "known are " + String.join(", ", known()))));
        }
        Metrics.Log log = new Metrics.Log();
        log.expect(columns);
        for (CsvRows.Row row : csv.rows().subList(1, csv.rows().size())) {
            read(csv.name(), row, columns, log);
        }
        return log.metrics();
    }

    private static List<String> known() {
        List<String> known =
                new ArrayList<>(Words.of(Metric.values(), Metric::id).keySet());
        known.add(Metric.TEST_ACCURACY.id() + ".CLASS");
        for (TensorMetric.Kind kind : TensorMetric.Kind.values()) {
            known.add(kind.id() + ".TENSOR");
        }
        return known;
    }

    private static void read(String file, CsvRows.Row row, List<Measure> columns, Metrics.Log log) throws ReadProblem {
        String place = "line " + row.line();
        if (row.cells().size() != columns.size() + 1) {
            throw new ReadProblem(
                    file,
                    place,
                    "expected " + (columns.size() + 1) + " cells, found "
                            + row.cells().size(),
                    "");
        }
        try {
            long iteration = Long.parseLong(row.cells().get(0));
            for (int i = 0; i < columns.size(); i++) {
                String cell = row.cells().get(i + 1);
                if (!cell.isEmpty()) {
                    log.add(columns.get(i), iteration, Double.parseDouble(cell));
                }
            }
        } catch (NumberFormatException text) {
            throw new ReadProblem(file, place, "expected numbers: " + text.getMessage(), "");
        }
    }
}
