package unroll.ui.state;

/** How much a {@link Notice} wants to be read. */
public enum Severity {
    /** Something was done. */
    INFO,
    /** Something was done differently from what was asked. */
    WARNING,
    /** Something could not be done. */
    ERROR
}
