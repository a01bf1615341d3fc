package unroll.plot.panel;

import unroll.debug.Knowledge;
import unroll.plot.Painter;
import unroll.plot.Wording;

/** What was measured of a trace for one figure, ready to be drawn for any place of the debugger in that trace. */
public interface Measured {
    /**
     * The figure.
     *
     * @param knowledge of the trace that was measured
     */
    Painter at(Knowledge knowledge, Wording wording);
}
