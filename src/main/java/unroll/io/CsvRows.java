package unroll.io;

import java.util.ArrayList;
import java.util.List;

/**
 * The rows of comma-separated text: RFC 4180, with any end of line. Empty lines are left out.
 *
 * @param name of the file, for complaints
 */
record CsvRows(String name, List<Row> rows) {
    /**
     * One row.
     *
     * @param line where it begins, from 1
     */
    record Row(int line, List<String> cells) {}

    static CsvRows of(TextFile file) throws ReadProblem {
        return new CsvRows(file.name(), new Scanner(file).scan());
    }

    private static final class Scanner {
        private final TextFile file;
        private final String text;
        private final List<Row> rows = new ArrayList<>();
        private int at;
        private int line = 1;

        private Scanner(TextFile file) {
            this.file = file;
            this.text = file.text();
        }

        private List<Row> scan() throws ReadProblem {
            while (at < text.length()) {
                row();
            }
            return rows;
        }

        private void row() throws ReadProblem {
            int first = line;
            List<String> cells = new ArrayList<>();
            cells.add(cell());
            while (at < text.length() && text.charAt(at) == ',') {
                at++;
                cells.add(cell());
            }
            endOfLine();
            if (cells.size() > 1 || !cells.get(0).isEmpty()) {
                rows.add(new Row(first, cells));
            }
        }

        private void endOfLine() throws ReadProblem {
            if (at == text.length()) {
                return;
            }
            char end = text.charAt(at);
            if (end != '\n' && end != '\r') {
                throw problem(line, "problem.afterQuotedCell");
            }
            at += text.startsWith("\r\n", at) ? 2 : 1;
            line++;
        }

        private String cell() throws ReadProblem {
            if (at < text.length() && text.charAt(at) == '"') {
                return quoted();
            }
            int start = at;
            while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            return text.substring(start, at).strip();
        }

        private String quoted() throws ReadProblem {
            StringBuilder cell = new StringBuilder();
            int first = line;
            at++;
            while (at < text.length()) {
                char c = text.charAt(at++);
                if (c == '"' && at < text.length() && text.charAt(at) == '"') {
                    at++;
                } else if (c == '"') {
                    return cell.toString();
                }
                line += c == '\n' ? 1 : 0;
                cell.append(c);
            }
            throw problem(first, "problem.openQuote");
        }

        private ReadProblem problem(int line, String expectation) {
            return new ReadProblem(
                    file.name(), Phrase.of("problem.place.line", line), Phrase.of(expectation), Phrase.NONE);
        }
    }
}
