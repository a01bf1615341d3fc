package unroll.cli;

import java.util.function.IntFunction;
import unroll.debug.Program;
import unroll.plot.Painter;

/**
 * A view that follows the debugger.
 *
 * @param program that it steps through
 * @param at the view with the debugger at a cursor
 */
record SteppedView(Program program, IntFunction<Painter> at) {}
