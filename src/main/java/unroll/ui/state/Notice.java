package unroll.ui.state;

/**
 * A sentence for the user, shown in place: what happened, where, and the way out.
 *
 * @param severity how much it wants to be read
 * @param text one or two sentences, never a stack trace
 */
public record Notice(Severity severity, String text) {
    public static Notice info(String text) {
        return new Notice(Severity.INFO, text);
    }

    public static Notice warning(String text) {
        return new Notice(Severity.WARNING, text);
    }

    public static Notice error(String text) {
        return new Notice(Severity.ERROR, text);
    }
}
