package unroll.ui.lesson;

import java.util.Map;
import java.util.function.DoubleFunction;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import unroll.plot.Painter;
import unroll.plot.toolbox.ChainRulePainter;
import unroll.plot.toolbox.ClippingPainter;
import unroll.plot.toolbox.CrossEntropyPainter;
import unroll.plot.toolbox.EigenvaluePainter;
import unroll.plot.toolbox.ForgetPainter;
import unroll.plot.toolbox.LoopPainter;
import unroll.plot.toolbox.NormPainter;
import unroll.plot.toolbox.OuterProductPainter;
import unroll.plot.toolbox.ReberPainter;
import unroll.plot.toolbox.RoutesPainter;
import unroll.plot.toolbox.SlopePainter;
import unroll.plot.toolbox.StretchPainter;
import unroll.ui.canvas.PaintedPane;
import unroll.ui.state.Messages;

/** A figure of the toolbox, or of a lesson, with the slider that moves its one number. */
final class ToolboxFigure extends VBox {
    private record Kind(double low, double high, double start, DoubleFunction<Painter> painter) {}

    private static final Map<String, Kind> KINDS = Map.ofEntries(
            Map.entry("chain-rule", new Kind(-2, 2, 1, ChainRulePainter::new)),
            Map.entry("outer-product", new Kind(-2, 2, 1.5, OuterProductPainter::new)),
            Map.entry("norm", new Kind(-8, 0, 0, NormPainter::new)),
            Map.entry("stretch", new Kind(-1.5, 1.5, 0.6, StretchPainter::new)),
            Map.entry("eigenvalue", new Kind(0, 180, 70, EigenvaluePainter::new)),
            Map.entry("cross-entropy", new Kind(0.01, 0.99, 0.3333, CrossEntropyPainter::new)),
            Map.entry("loop", new Kind(0, 1, 0, LoopPainter::new)),
            Map.entry("slope", new Kind(-3, 3, 0.5, SlopePainter::new)),
            Map.entry("clipping", new Kind(0.2, 5, 5, ClippingPainter::new)),
            Map.entry("forget", new Kind(-2, 6, 0, ForgetPainter::new)),
            Map.entry("reber", new Kind(0, ReberPainter.length(), 0, ReberPainter::new)),
            Map.entry("routes", new Kind(1, 6, 1, RoutesPainter::new)));

    ToolboxFigure(String name, String caption, Messages messages) {
        Kind kind = KINDS.get(name);
        getStyleClass().add("picture");
        PaintedPane pane = new PaintedPane();
        pane.getStyleClass().add("toolbox-figure");
        pane.setAccessibleText(caption);
        Label what = new Label(messages.text("lesson.toolbox." + name));
        what.setMinWidth(Region.USE_PREF_SIZE);
        Slider slider = new Slider(kind.low(), kind.high(), kind.start());
        slider.setAccessibleText(what.getText());
        HBox.setHgrow(slider, Priority.ALWAYS);
        slider.valueProperty().subscribe(value -> pane.setPainter(kind.painter().apply(rounded(value.doubleValue()))));
        HBox control = new HBox(what, slider);
        control.getStyleClass().add("figure-control");
        getChildren().addAll(pane, control);
        if (!caption.isEmpty()) {
            Label below = new Label(caption);
            below.setWrapText(true);
            below.getStyleClass().addAll("muted", "caption");
            getChildren().add(below);
        }
    }

    /** To two places, so that what is read can be computed again by hand. */
    private static double rounded(double value) {
        return Math.rint(value * 100) / 100;
    }
}
