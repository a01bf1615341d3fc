package unroll.plot.flow;

import unroll.plot.Side;

/**
 * The gradient flow of one of two networks.
 *
 * @param name what it differs by from the other, in a word or two
 */
public record ComparedFlow(Side side, String name, FlowView view) {}
