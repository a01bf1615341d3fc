package unroll.plot.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import unroll.plot.Painter;
import unroll.plot.Tabular;

/**
 * The numbers of a figure, UTF-8 with bare line feeds. Apart by commas they are quoted as RFC 4180 has it; apart by tabs
 * nothing is quoted, so a tab or a line's end in a name becomes a blank.
 *
 * @param separator between two cells, a comma or a tab
 */
record TableWriter(char separator) implements FigureWriter {

    @Override
    public void write(Painter painter, Exporter settings, OutputStream out) throws IOException {
        if (!(painter instanceof Tabular table)) {
            throw new IOException("this view has no table of numbers: export it as .png, .svg or .pdf");
        }
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writeRow(writer, table.header());
        for (Iterator<List<String>> rows = table.rows().iterator(); rows.hasNext(); ) {
            writeRow(writer, rows.next());
        }
        writer.flush();
    }

    private void writeRow(Writer writer, List<String> cells) throws IOException {
        String before = "";
        for (String cell : cells) {
            writer.write(before);
            writer.write(separator == ',' ? quoted(cell) : cell.replaceAll("[\\t\\r\\n]", " "));
            before = String.valueOf(separator);
        }
        writer.write('\n');
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
