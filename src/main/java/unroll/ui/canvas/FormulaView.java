package unroll.ui.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableDoubleProperty;
import javafx.css.StyleConverter;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.scene.layout.Region;
import unroll.plot.Role;
import unroll.plot.tex.Formula;
import unroll.plot.tex.FormulaPainter;
import unroll.plot.tex.Symbol;

/**
 * A typeset formula among controls and text. Its size is the CSS property {@code -formula-size}, which base.css gives in
 * em so that it grows with the text around it; it stands on the baseline of its line.
 */
public final class FormulaView extends Region {
    private static final double DEFAULT_SIZE = 15;
    private static final CssMetaData<FormulaView, Number> SIZE =
            new CssMetaData<>("-formula-size", StyleConverter.getSizeConverter(), DEFAULT_SIZE) {
                @Override
                public boolean isSettable(FormulaView view) {
                    return !view.size.isBound();
                }

                @Override
                public StyleableProperty<Number> getStyleableProperty(FormulaView view) {
                    return view.size;
                }
            };
    private static final List<CssMetaData<? extends Styleable, ?>> META_DATA =
            new ArrayList<>(Region.getClassCssMetaData());

    static {
        META_DATA.add(SIZE);
    }

    private final SimpleStyleableDoubleProperty size =
            new SimpleStyleableDoubleProperty(SIZE, this, "size", DEFAULT_SIZE);
    private final ObjectProperty<Set<Integer>> lit = new SimpleObjectProperty<>(this, "lit", Set.of());
    private final PaintedPane pane = new PaintedPane();
    private final Formula formula;
    private final boolean display;
    private FormulaPainter painter;

    /** A formula within a line of text. */
    public FormulaView(Formula formula) {
        this(formula, false);
    }

    /**
     * A formula.
     *
     * @param formula what is shown
     * @param display whether it stands on a line of its own, with full-size fractions
     */
    public FormulaView(Formula formula, boolean display) {
        this.formula = formula;
        this.display = display;
        getStyleClass().add("formula-view");
        setAccessibleText(formula.source());
        setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        getChildren().add(pane);
        size.subscribe(ignored -> typeset());
        lit.subscribe(this::typeset);
    }

    /** Where in the source the symbols begin that are brought out. */
    public ObjectProperty<Set<Integer>> litProperty() {
        return lit;
    }

    /**
     * Tells which symbol lies under the mouse.
     *
     * @param action gets the symbol, or null when the mouse leaves it
     */
    public void setOnHover(Consumer<Symbol> action) {
        pane.hovered()
                .subscribe(hit -> action.accept(
                        hit != null && hit.target() instanceof FormulaPainter.Target target ? target.symbol() : null));
    }

    private void typeset() {
        float px = (float) size.get();
        painter = new FormulaPainter(
                display ? formula.displayLayout(px) : formula.layout(px), Role.FOREGROUND, lit.get());
        pane.setPainter(painter);
        requestLayout();
    }

    @Override
    public double getBaselineOffset() {
        return snappedTopInset() + painter.baseline();
    }

    @Override
    protected double computePrefWidth(double height) {
        return snappedLeftInset() + painter.width() + snappedRightInset();
    }

    @Override
    protected double computePrefHeight(double width) {
        return snappedTopInset() + painter.height() + snappedBottomInset();
    }

    @Override
    protected void layoutChildren() {
        pane.resizeRelocate(snappedLeftInset(), snappedTopInset(), painter.width(), painter.height());
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return META_DATA;
    }
}
