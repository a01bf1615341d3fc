package unroll.io;

import java.util.Optional;

/**
 * A field in which two experiments differ.
 *
 * @param path such as {@code model.cell}
 * @param here its value in the one; empty where that has no such field
 * @param there its value in the other
 */
public record FieldDifference(String path, Optional<String> here, Optional<String> there) {}
