package unroll.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import unroll.io.Phrase;
import unroll.io.ReadProblem;
import unroll.io.TextFile;

/** The lines of a text with a place in them. What the text binds to the network is checked as it is passed. */
final class ProseLines {
    private static final Pattern LIVE = Pattern.compile("\\{\\{([^}]*)\\}\\}");
    private static final Pattern PICTURE = Pattern.compile("!\\[[^\\]]*\\]\\(([^)]*)\\)");
    private static final Pattern LINK = Pattern.compile("(?<!!)\\[[^\\]]*\\]\\(([^)]*)\\)");

    private final TextFile file;
    private final List<String> lines;
    private int at;

    /**
     * An item of a list.
     *
     * @param line its first, from 0
     * @param text without the mark in front
     */
    record Item(int line, String text) {}

    ProseLines(TextFile file) {
        this.file = file;
        this.lines = file.text().lines().toList();
    }

    /** The line that comes next, from 0. */
    int at() {
        return at;
    }

    boolean hasNext() {
        return at < lines.size();
    }

    String peek() {
        return lines.get(at);
    }

    String next() {
        return lines.get(at++);
    }

    void skipBlank() {
        while (hasNext() && peek().isBlank()) {
            at++;
        }
    }

    /** A complaint about a line, from 0. */
    ReadProblem problem(int line, Phrase expectation) {
        return new ReadProblem(file.name(), Phrase.of("problem.place.line", line + 1), expectation, Phrase.NONE);
    }

    /** All up to the next heading. */
    Prose prose() throws ReadProblem {
        return Prose.of(text());
    }

    /** All up to the next heading, as it stands. */
    String text() throws ReadProblem {
        return until(line -> false);
    }

    /** All up to the next heading or the first item of a list. */
    Prose proseBeforeItems() throws ReadProblem {
        return Prose.of(until(ProseLines::isItem));
    }

    /** The items of the list that comes next, up to the next heading. */
    List<Item> items() throws ReadProblem {
        List<Item> items = new ArrayList<>();
        skipBlank();
        while (hasNext() && !isHeading(peek())) {
            int start = at;
            if (!isItem(peek())) {
                throw problem(start, Phrase.of("problem.noItem", peek()));
            }
            String first = checked().strip();
            items.add(new Item(start, (first + " " + until(ProseLines::isItem)).strip()));
        }
        return items;
    }

    private String until(Predicate<String> isEnd) throws ReadProblem {
        StringBuilder text = new StringBuilder();
        while (hasNext() && !isHeading(peek()) && !isEnd.test(peek())) {
            text.append(checked()).append('\n');
        }
        return text.toString().strip();
    }

    private static boolean isHeading(String line) {
        return line.startsWith("## ") || line.startsWith("### ");
    }

    private static boolean isItem(String line) {
        return line.startsWith("- ");
    }

    private String checked() throws ReadProblem {
        int line = at;
        String text = next();
        check(LIVE.matcher(text), Measurements::isName, line, name -> Phrase.of("problem.noNumber", name));
        check(
                PICTURE.matcher(text),
                target -> Picture.of(target).isPresent(),
                line,
                target -> Phrase.of("problem.noPicture", target));
        check(
                LINK.matcher(text),
                target -> !target.startsWith(Toolbox.SCHEME) || Toolbox.has(target.substring(Toolbox.SCHEME.length())),
                line,
                target -> Phrase.of("problem.noToolboxCard", String.join(", ", Toolbox.names()), target));
        return text;
    }

    private void check(Matcher found, Predicate<String> isGood, int line, Function<String, Phrase> complaint)
            throws ReadProblem {
        while (found.find()) {
            if (!isGood.test(found.group(1))) {
                throw problem(line, complaint.apply(found.group(1)));
            }
        }
    }
}
