package unroll.experiment;

/**
 * A text of a data set.
 *
 * @param name that of its file, without folder and ending
 */
public record NamedText(String name, String text) {}
