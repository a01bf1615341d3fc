package unroll.ui.state;

import java.util.List;
import java.util.Optional;
import unroll.core.model.Execution;
import unroll.core.model.Phase;
import unroll.core.trace.Trace;
import unroll.core.trace.UpdateTrace;
import unroll.debug.Knowledge;

/** Where to stand in a trace that has been asked for, once it is there. */
enum Destination {
    /** Where the debugger stood before, or as near to it as the trace allows. */
    SAME_PLACE {
        @Override
        void reach(Workbench workbench) {
            // The debugger has been taken along already.
        }
    },
    /** The line that made the first number that is not finite, the number selected; the update if that made it. */
    FIRST_NON_FINITE {
        @Override
        void reach(Workbench workbench) {
            Optional<Execution.NonFinite> found = workbench.trace().get().firstNonFinite();
            if (found.isPresent()) {
                workbench.showRow(found.get().row());
                workbench.moveTo(cursorAfter(workbench.knowledge(), found.get()));
                workbench
                        .selection()
                        .set(new Selection(
                                found.get().site(),
                                found.get().isGradient(),
                                found.get().step(),
                                found.get().unit()));
            } else {
                LARGEST_CHANGE.reach(workbench);
            }
        }
    },
    /** The end of the update, at the weight that it changed most. */
    LARGEST_CHANGE {
        @Override
        void reach(Workbench workbench) {
            workbench.moveTo(workbench.debugger().get().program().end(Phase.UPDATE));
            UpdateTrace update = workbench.iterations().update();
            workbench.choices().entry().set(ParameterEntry.mostChangedBy(update));
        }
    };

    abstract void reach(Workbench workbench);

    /** Of a gradient that several lines add to, the first that added something that is not finite. */
    private static int cursorAfter(Knowledge knowledge, Execution.NonFinite found) {
        if (!found.isGradient()) {
            return knowledge.computedAt(found.site(), found.step()).orElse(0) + 1;
        }
        Trace trace = knowledge.trace();
        List<Knowledge.Source> sources = knowledge.sources(found.site(), found.step());
        for (Knowledge.Source source : sources) {
            boolean kept = trace.keepsIncrements(source.line());
            if (kept && !Double.isFinite(trace.increment(source.line(), source.runsAt(), found.row(), found.unit()))) {
                return source.index() + 1;
            }
        }
        return sources.isEmpty() ? 0 : sources.get(sources.size() - 1).index() + 1;
    }
}
