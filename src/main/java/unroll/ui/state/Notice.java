package unroll.ui.state;

import java.util.List;

/**
 * A sentence for the user, shown in place: what happened, where, and the way out.
 *
 * @param severity how much it wants to be read
 * @param text one or two sentences, never a stack trace
 * @param links where to go on from it
 */
public record Notice(Severity severity, String text, List<Link> links) {
    /** A way that the notice offers. */
    public record Link(String text, Runnable action) {}

    public Notice {
        links = List.copyOf(links);
    }

    public static Notice info(String text) {
        return new Notice(Severity.INFO, text, List.of());
    }

    public static Notice warning(String text) {
        return new Notice(Severity.WARNING, text, List.of());
    }

    public static Notice error(String text) {
        return new Notice(Severity.ERROR, text, List.of());
    }
}
