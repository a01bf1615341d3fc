package unroll.debug;

import java.util.List;
import java.util.stream.IntStream;
import unroll.core.model.Chain;
import unroll.core.model.Direction;
import unroll.core.model.Phase;
import unroll.core.model.Schedule;
import unroll.core.model.Schedule.ListedLine;
import unroll.core.model.Schedule.Part;
import unroll.core.model.Schedule.ScheduledLine;
import unroll.core.op.Line;

/** The lines of a program as they are read: numbered through three phases. */
public record Listing(List<Entry> entries) {
    /**
     * A line.
     *
     * @param rows what it opens into where it stands for several blocks or parameters at once; else empty
     */
    public record Entry(int number, Phase phase, Notation line, List<Row> rows) {
        public Entry {
            rows = List.copyOf(rows);
        }
    }

    /**
     * A row of a line.
     *
     * @param label such as {@code 1b}
     */
    public record Row(String label, Notation line) {}

    public Listing {
        entries = List.copyOf(entries);
    }

    public static Listing of(Schedule schedule) {
        return of(schedule, Direction.FORWARD);
    }

    /** The lines as layers run them that go in a direction: backwards, the state before is hₜ₊₁. */
    public static Listing of(Schedule schedule, Direction direction) {
        return new Listing(schedule.listing().stream()
                .map(listed -> entry(listed, direction))
                .toList());
    }

    private static Entry entry(ListedLine listed, Direction direction) {
        boolean turns = listed.part() == Part.CELL;
        Chain chain = turns ? new Chain(0, direction) : Chain.HEAD;
        ScheduledLine line = new ScheduledLine(listed, chain);
        List<Line.Row> rows = line.rows();
        List<Row> labelled = IntStream.range(0, rows.size())
                .mapToObj(i -> new Row(
                        label(listed.number(), i),
                        new Notation(rows.get(i).plain(), rows.get(i).tex())))
                .toList();
        return new Entry(listed.number(), listed.phase(), new Notation(line.plain(), line.tex()), labelled);
    }

    private static String label(int number, int row) {
        return number + String.valueOf((char) ('a' + row));
    }
}
