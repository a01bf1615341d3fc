package unroll.core.op;

/**
 * A use of a parameter, or of some of its blocks of rows, in an equation.
 *
 * @param name the parameter's name within its layer, in PyTorch's words, such as {@code weight_ih}
 * @param plain how the equation prints it, such as {@code W_rz}
 * @param tex the same in TeX
 * @param firstBlock the first block of rows that is used
 * @param blocks how many
 */
public record ParameterRef(String name, String plain, String tex, int firstBlock, int blocks) {}
