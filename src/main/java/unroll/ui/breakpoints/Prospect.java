package unroll.ui.breakpoints;

import java.util.List;
import unroll.debug.Breakpoint;
import unroll.debug.Debugger;
import unroll.debug.Stops;
import unroll.plot.NumberFormat;
import unroll.ui.state.Messages;
import unroll.ui.state.Workbench;

/**
 * What a breakpoint that is being written would do in the trace at hand.
 *
 * @param problem why it can stop nowhere; empty if it can
 * @param hits how often it would stop
 */
record Prospect(String problem, String hits) {
    static Prospect of(Breakpoint written, Workbench workbench, Messages messages) {
        Stops stops = stops(written, workbench);
        int count = stops.hits(written).length;
        return new Prospect(
                stops.problem(written).orElse(""),
                count == 0 ? none(written, workbench, messages) : told(count, messages));
    }

    private static Stops stops(Breakpoint written, Workbench workbench) {
        Debugger at = workbench.debugger().get();
        return Stops.of(at.program(), workbench.trace().get(), workbench.row(), List.of(written));
    }

    private static String told(int count, Messages messages) {
        return messages.text("breakpoints.wouldHit", NumberFormat.count(count));
    }

    /** Where the line is the reason that it never stops, as what is measured is not known there, how often it would. */
    private static String none(Breakpoint written, Workbench workbench, Messages messages) {
        boolean narrowed =
                written.line() != Breakpoint.ANY && written.condition().isPresent();
        Breakpoint anywhere = narrowed ? written.onlyOn(Breakpoint.ANY) : written;
        int elsewhere = stops(anywhere, workbench).hits(anywhere).length;
        return elsewhere == 0
                ? told(0, messages)
                : messages.text("breakpoints.hitsElsewhere", NumberFormat.count(elsewhere));
    }
}
