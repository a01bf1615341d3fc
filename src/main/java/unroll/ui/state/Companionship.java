package unroll.ui.state;

import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import unroll.debug.CursorPairing;
import unroll.debug.Debugger;
import unroll.debug.Program;
import unroll.experiment.Probe;
import unroll.plot.lanes.Viewport;
import unroll.run.Snapshot;

/**
 * Keeps two workbenches together while they are compared: one cursor, the same sequences, one training, the same columns and
 * the same unit looked at. A leads and B goes with it, but for a step to which the user takes B.
 */
final class Companionship {
    private final Workbench a;
    private final Workbench b;
    private final ObservableBooleanValue active;
    private final Messages messages;
    /** What is changed because of a change calls for nothing more. */
    private boolean following;

    private Program programOfB;
    private Probe probe;

    Companionship(Workbench a, Workbench b, ObservableBooleanValue active, Messages messages) {
        this.a = a;
        this.b = b;
        this.active = active;
        this.messages = messages;
        a.debugger().subscribe(this::leaderMoved);
        b.debugger().subscribe(this::followerMoved);
        a.probing().probe().subscribe(() -> shareProbe(a, b));
        b.probing().probe().subscribe(() -> shareProbe(b, a));
        a.training().subscribe(this::trainTogether);
        b.snapshot().subscribe(this::catchUp);
        share(a.highlighted(), b.highlighted());
        share(a.choices().convention(), b.choices().convention());
        a.selection().subscribe(() -> shareSelection(a, b));
        b.selection().subscribe(() -> shareSelection(b, a));
        a.viewport().subscribe(() -> shareViewport(a, b));
        b.viewport().subscribe(() -> shareViewport(b, a));
        a.speed().subscribe(speed -> b.speed().set(speed.doubleValue()));
        b.notice().subscribe(notice -> {
            if (notice != null && active.get()) {
                a.notice()
                        .set(new Notice(
                                notice.severity(), messages.text("compare.ofB", notice.text()), notice.links()));
            }
        });
    }

    /** B has just been opened: it takes A's place, and what A has been trained it is trained as well. */
    void begin() {
        programOfB = null;
        probe = a.probing().probe().get();
        b.lookAlong(probe);
        b.shownLanes().setAll(a.shownLanes());
        b.choices().convention().set(a.choices().convention().get());
        if (iteration(a) > 0 || a.training().get()) {
            b.train();
        }
    }

    /** Goes on with two workbenches that stand together already. */
    void resume() {
        probe = a.probing().probe().get();
        programOfB = program(b);
    }

    private static Program program(Workbench side) {
        Debugger at = side.debugger().get();
        return at == null ? null : at.program();
    }

    /** The sides change places, cursors and all. */
    void swap() {
        Debugger before = b.debugger().get();
        quietly(() -> a.exchange(b));
        if (before != null) {
            a.stepping().moveTo(before.cursor());
        }
        programOfB = program(b);
        follow(a, b);
    }

    private void leaderMoved(Debugger at) {
        if (mayFollow()) {
            follow(a, b);
        }
    }

    private void followerMoved(Debugger at) {
        if (!mayFollow() || at == null) {
            return;
        }
        dropBreakpoints(at);
        @SuppressWarnings("ReferenceEquality") // a new trace brings a new program, which must take A's place first
        boolean retraced = at.program() != programOfB;
        programOfB = at.program();
        if (retraced) {
            follow(a, b);
        } else {
            follow(b, a);
        }
    }

    private boolean mayFollow() {
        return active.get() && !following;
    }

    private void follow(Workbench leader, Workbench follower) {
        Debugger led = leader.debugger().get();
        Debugger now = follower.debugger().get();
        if (led == null || now == null) {
            return;
        }
        int cursor = new CursorPairing(led.program(), now.program()).follow(led.cursor());
        quietly(() -> {
            follower.showRow(leader.row());
            if (cursor != now.cursor()) {
                follower.stepping().moveTo(cursor);
            }
        });
    }

    /** Only what the cursor obeys to may hold it. */
    private void dropBreakpoints(Debugger at) {
        if (!at.breakpoints().isEmpty()) {
            quietly(() -> at.breakpoints().forEach(b.stepping()::toggle));
            a.notice().set(Notice.info(messages.text("compare.breakpoints")));
        }
    }

    private void quietly(Runnable change) {
        following = true;
        try {
            change.run();
        } finally {
            following = false;
        }
    }

    private void shareProbe(Workbench from, Workbench to) {
        Probe looked = from.probing().probe().get();
        if (mayFollow() && !looked.equals(probe)) {
            probe = looked;
            to.lookAlong(probe);
        }
    }

    private <T> void share(ObjectProperty<T> one, ObjectProperty<T> other) {
        one.subscribe(value -> pass(value, other));
        other.subscribe(value -> pass(value, one));
    }

    private <T> void pass(T value, ObjectProperty<T> to) {
        if (mayFollow()) {
            quietly(() -> to.set(value));
        }
    }

    private void shareSelection(Workbench from, Workbench to) {
        if (mayFollow() && to.trace().get() != null) {
            Selection selected = from.selection().get();
            quietly(() -> to.selection()
                    .set(
                            selected == null
                                    ? null
                                    : selected.within(to.trace().get()).orElse(null)));
        }
    }

    private void shareViewport(Workbench from, Workbench to) {
        Viewport shown = from.viewport().get();
        Viewport other = to.viewport().get();
        if (mayFollow() && shown != null && other != null && shown.steps() == other.steps()) {
            quietly(() -> to.viewport().set(shown));
        }
    }

    private void trainTogether(boolean training) {
        if (!active.get()) {
            return;
        }
        if (training && (!isOver(b) || isOver(a))) {
            b.train();
        } else if (!training && !isOver(a) && iteration(b) >= iteration(a)) {
            b.pause();
        }
    }

    /** B may have been behind when A stopped. */
    private void catchUp(Snapshot latest) {
        boolean behind = active.get() && latest != null && !a.training().get() && !isOver(a);
        if (behind && b.training().get() && latest.progress().iteration() >= iteration(a)) {
            b.pause();
        }
    }

    private static boolean isOver(Workbench side) {
        Snapshot latest = side.snapshot().get();
        return latest != null && latest.status().isOver();
    }

    private static long iteration(Workbench side) {
        Snapshot latest = side.snapshot().get();
        return latest == null ? 0 : latest.progress().iteration();
    }
}
