package unroll.ui.transport;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntConsumer;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import unroll.core.model.Phase;
import unroll.debug.Debugger;
import unroll.debug.Stops;

/**
 * All lines of the program from left to right, one phase after the other, with the breakpoints and the cursor. A press, a
 * drag and the keys Home, End, Page Up and Page Down move the cursor.
 */
public final class Timeline extends Region {
    private static final double MARK_SIZE = 7;

    private final Map<Phase, Region> segments = new EnumMap<>(Phase.class);
    private final Pane marks = new Pane();
    private final Region thumb = styled("thumb");
    private IntConsumer onMove = cursor -> {};
    private Debugger shown;
    private Stops marked = Stops.NONE;

    public Timeline() {
        getStyleClass().add("timeline");
        setAccessibleRole(AccessibleRole.SLIDER);
        setFocusTraversable(true);
        for (Phase phase : Phase.values()) {
            segments.put(phase, styled("segment", phase.name().toLowerCase(Locale.ROOT)));
        }
        getChildren().addAll(segments.values());
        getChildren().addAll(marks, thumb);
        marks.setManaged(false);
        show(null, Stops.NONE);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::scrub);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::scrub);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    private static Region styled(String... styleClasses) {
        Region region = new Region();
        region.getStyleClass().addAll(styleClasses);
        region.setManaged(false);
        region.setMouseTransparent(true);
        return region;
    }

    /**
     * Sets what moving the cursor does.
     *
     * @param action gets the new cursor
     */
    public void setOnMove(IntConsumer action) {
        onMove = action;
    }

    /**
     * Shows where the debugger stands and where its breakpoints stop.
     *
     * @param at null for an empty track
     */
    @SuppressWarnings("ReferenceEquality") // stops are found once a trace, and are not compared
    public void show(Debugger at, Stops stops) {
        shown = at;
        thumb.setVisible(at != null);
        segments.values().forEach(segment -> segment.setVisible(at != null));
        if (stops != marked) {
            marked = stops;
            mark();
        }
        notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE);
        requestLayout();
    }

    private void mark() {
        marks.getChildren().clear();
        if (shown != null) {
            for (int cursor : BreakpointMarks.of(shown, marked)) {
                Region mark = styled("mark");
                mark.setUserData(cursor);
                marks.getChildren().add(mark);
            }
        }
    }

    private void scrub(MouseEvent event) {
        if (shown != null) {
            requestFocus();
            double fraction = (event.getX() - left()) / trackWidth();
            int size = shown.program().size();
            onMove.accept((int) Math.max(0, Math.min(size, Math.round(fraction * size))));
            event.consume();
        }
    }

    private void key(KeyEvent event) {
        if (shown == null || event.isShortcutDown()) {
            return;
        }
        int target = switch (event.getCode()) {
            case HOME -> 0;
            case END -> shown.program().size();
            case PAGE_UP -> shown.backOut().cursor();
            case PAGE_DOWN -> shown.out().cursor();
            default -> -1;
        };
        if (target >= 0) {
            onMove.accept(target);
            event.consume();
        }
    }

    /** Marks that stand close are smaller, so that each can be told from the next. */
    private double markSize() {
        double distance = trackWidth();
        double before = Double.NEGATIVE_INFINITY;
        for (Node mark : marks.getChildren()) {
            double x = place((int) mark.getUserData());
            distance = Math.min(distance, x - before);
            before = x;
        }
        return Math.max(2, Math.min(MARK_SIZE, 0.6 * distance));
    }

    private double left() {
        return snappedLeftInset();
    }

    private double trackWidth() {
        return Math.max(1, getWidth() - snappedLeftInset() - snappedRightInset());
    }

    private double place(int cursor) {
        return left() + trackWidth() * cursor / shown.program().size();
    }

    @Override
    protected void layoutChildren() {
        if (shown == null) {
            return;
        }
        double middle = getHeight() / 2;
        double track = segments.get(Phase.FORWARD).prefHeight(-1);
        segments.forEach((phase, segment) -> {
            double start = place(shown.program().start(phase));
            double end = place(shown.program().end(phase));
            segment.resizeRelocate(start, middle - track / 2, Math.max(0, end - start), track);
        });
        double size = markSize();
        marks.getChildren().forEach(mark -> {
            double x = place((int) mark.getUserData());
            mark.resizeRelocate(x - size / 2, middle - track / 2 - MARK_SIZE / 2 - size / 2 - 1, size, size);
        });
        double width = thumb.prefWidth(-1);
        double height = thumb.prefHeight(-1);
        thumb.resizeRelocate(place(shown.cursor()) - width / 2, middle - height / 2, width, height);
    }

    @Override
    protected double computePrefHeight(double width) {
        return thumb.prefHeight(-1) + 2 * MARK_SIZE;
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case MIN_VALUE -> 0.0;
            case MAX_VALUE -> shown == null ? 0.0 : shown.program().size();
            case VALUE -> shown == null ? 0.0 : shown.cursor();
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }
}
