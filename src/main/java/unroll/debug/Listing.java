package unroll.debug;

import java.util.List;
import unroll.core.model.Phase;
import unroll.core.model.Schedule;
import unroll.core.op.Line;

/** The program's lines as they are shown: numbered through, in three phases. */
public record Listing(List<Entry> entries) {
    /**
     * One line.
     *
     * @param number from 1
     * @param text of the whole line
     * @param rows into which a line over several blocks opens; empty for a line of one piece
     */
    public record Entry(int number, Phase phase, Text text, List<Text> rows) {
        public Entry {
            rows = List.copyOf(rows);
        }
    }

    /** A formula in plain Unicode, for screen readers and files, and in TeX. */
    public record Text(String plain, String tex) {}

    public Listing {
        entries = List.copyOf(entries);
    }

    public static Listing of(Schedule schedule) {
        return new Listing(schedule.listing().stream()
                .map(listed -> entry(listed.number(), listed.phase(), listed.line()))
                .toList());
    }

    private static Entry entry(int number, Phase phase, Line line) {
        List<Text> rows = line.rows().stream()
                .map(row -> new Text(row.plain(), row.tex()))
                .toList();
        return new Entry(number, phase, new Text(line.plain(), line.tex()), rows);
    }
}
