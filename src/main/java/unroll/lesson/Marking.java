package unroll.lesson;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A program with a fault in it, whose line is to be marked.
 *
 * @param question what is asked of the program
 * @param code its lines
 * @param replies to lines, from 1, that are worth a reply of their own; exactly one of them is right
 * @param otherwise what is said to whoever marks another line
 */
public record Marking(Prose question, List<String> code, Map<Integer, Reply> replies, String otherwise) {
    public Marking {
        code = List.copyOf(code);
        replies = Collections.unmodifiableMap(new TreeMap<>(replies));
        if (replies.values().stream().filter(Reply::right).count() != 1) {
            throw new IllegalArgumentException("expected exactly one line with the fault, marked with [x]");
        }
        int lines = code.size();
        if (replies.keySet().stream().anyMatch(line -> line < 1 || line > lines)) {
            throw new IllegalArgumentException("expected lines from 1 to " + lines + ", found " + replies.keySet());
        }
    }

    /** What is said to whoever marks a line. */
    public record Reply(boolean right, String text) {}

    /**
     * The reply to a line.
     *
     * @param line from 1
     */
    public Reply of(int line) {
        return replies.getOrDefault(line, new Reply(false, otherwise));
    }

    /** The line with the fault, from 1. */
    public int right() {
        return replies.entrySet().stream()
                .filter(entry -> entry.getValue().right())
                .findFirst()
                .orElseThrow()
                .getKey();
    }
}
