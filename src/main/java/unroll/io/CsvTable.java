package unroll.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import unroll.core.data.Table;
import unroll.core.tensor.Tensor;
import unroll.experiment.DataRequest;
import unroll.io.CsvRows.Row;

/** Reads wanted columns of numbers from comma-separated text whose first row names the columns. */
final class CsvTable {
    /** Java would also read 1d and 0x1p3, which are most likely slips. */
    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

    private final CsvRows csv;
    private final Row header;

    private CsvTable(CsvRows csv) throws ReadProblem {
        this.csv = csv;
        if (csv.rows().isEmpty()) {
            throw new ReadProblem(
                    csv.name(),
                    Phrase.NONE,
                    Phrase.expected(Phrase.of("problem.what.rows"), Phrase.of("problem.what.emptyFile")),
                    Phrase.of("problem.wayOut.useWholeCopy"));
        }
        this.header = csv.rows().get(0);
    }

    /**
     * The table that a task asks for; NaN stands for an empty cell where it allows them.
     *
     * @throws ReadProblem naming the line and the column of what is missing or is not a finite number
     */
    static Table read(TextFile file, DataRequest request) throws ReadProblem {
        return new CsvTable(CsvRows.of(file)).table(request);
    }

    /** All columns; NaN stands for an empty cell. */
    static Table whole(TextFile file) throws ReadProblem {
        CsvTable csv = new CsvTable(CsvRows.of(file));
        return csv.table(new DataRequest(file.name(), csv.header.cells(), Optional.empty(), true));
    }

    private Table table(DataRequest request) throws ReadProblem {
        List<Row> rows = csv.rows().subList(1, csv.rows().size());
        if (rows.isEmpty()) {
            throw new ReadProblem(csv.name(), Phrase.NONE, Phrase.of("problem.noRows"), Phrase.NONE);
        }
        int[] columns = new int[request.columns().size()];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = column(request.columns().get(i));
        }
        int label = request.label().isEmpty() ? -1 : column(request.label().get());
        double[] values = new double[rows.size() * columns.length];
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            requireWidth(row);
            labels.add(label < 0 ? "#" + (i + 1) : row.cells().get(label));
            for (int j = 0; j < columns.length; j++) {
                boolean isGap =
                        request.allowsGaps() && row.cells().get(columns[j]).isEmpty();
                values[i * columns.length + j] = isGap ? Double.NaN : number(row, columns[j]);
            }
        }
        return new Table(request.columns(), labels, Tensor.of(values, rows.size(), columns.length));
    }

    private int column(String name) throws ReadProblem {
        int index = header.cells().indexOf(name);
        if (index < 0) {
            throw new ReadProblem(
                    csv.name(),
                    Phrase.of("problem.place.line", header.line()),
                    Phrase.of("problem.noColumn", name),
                    Phrase.of("problem.wayOut.columns", abbreviated(String.join(", ", header.cells()))));
        }
        return index;
    }

    private void requireWidth(Row row) throws ReadProblem {
        int expected = header.cells().size();
        if (row.cells().size() != expected) {
            throw new ReadProblem(
                    csv.name(),
                    Phrase.of("problem.place.line", row.line()),
                    Phrase.of("problem.cells", expected, row.cells().size()),
                    Phrase.NONE);
        }
    }

    private double number(Row row, int column) throws ReadProblem {
        String cell = row.cells().get(column);
        double number = DECIMAL.matcher(cell).matches() ? Double.parseDouble(cell) : Double.NaN;
        if (!Double.isFinite(number)) {
            Phrase found = cell.isEmpty() ? Phrase.of("problem.what.emptyCell") : Phrase.verbatim(abbreviated(cell));
            throw new ReadProblem(
                    csv.name(),
                    Phrase.of(
                            "problem.place.lineAndColumn",
                            row.line(),
                            header.cells().get(column)),
                    Phrase.expected(Phrase.of("problem.what.finite"), found),
                    Phrase.of("problem.wayOut.fillIn"));
        }
        return number;
    }

    private static String abbreviated(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
