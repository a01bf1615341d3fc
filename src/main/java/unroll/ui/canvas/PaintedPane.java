package unroll.ui.canvas;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableObjectValue;
import javafx.beans.value.ObservableValue;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableDoubleProperty;
import javafx.css.StyleConverter;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.Scene;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import unroll.plot.Hit;
import unroll.plot.Painter;
import unroll.plot.Palette;
import unroll.plot.Surface;

/**
 * Shows a {@link Painter}, at the resolution of the screen and in the colours of the theme. It paints what fits into it,
 * at most once a pulse, only when something has changed and only while it can be seen. Where the CSS property {@code
 * -pane-text} is larger than the 13 px that painters draw for, the whole figure is drawn larger in the same proportion.
 * What the painter can name under the mouse is told to the reader in a tooltip and to the program as {@link #hovered()}.
 */
public final class PaintedPane extends Region {
    /** The size of text that painters draw for, px. */
    private static final double BASE_TEXT = 13;

    private static final CssMetaData<PaintedPane, Number> TEXT_SIZE =
            new CssMetaData<>("-pane-text", StyleConverter.getSizeConverter(), BASE_TEXT) {
                @Override
                public boolean isSettable(PaintedPane pane) {
                    return !pane.textSize.isBound();
                }

                @Override
                public StyleableProperty<Number> getStyleableProperty(PaintedPane pane) {
                    return pane.textSize;
                }
            };
    private static final List<CssMetaData<? extends Styleable, ?>> META_DATA =
            new ArrayList<>(Region.getClassCssMetaData());

    static {
        META_DATA.add(TEXT_SIZE);
    }

    private final ObjectProperty<Painter> painter = new SimpleObjectProperty<>(this, "painter");
    private final ReadOnlyObjectWrapper<Hit> hovered = new ReadOnlyObjectWrapper<>(this, "hovered");
    private final SimpleStyleableDoubleProperty textSize =
            new SimpleStyleableDoubleProperty(TEXT_SIZE, this, "textSize", BASE_TEXT);
    private final ImageView view = new ImageView();
    private final CssPalette palette = new CssPalette();
    private final HitTip tip = new HitTip(this);
    private final ObservableValue<Boolean> showing = Showing.of(this);
    private final ObservableValue<Number> outputScale = sceneProperty()
            .flatMap(Scene::windowProperty)
            .flatMap(Window::renderScaleXProperty)
            .orElse(1.0);
    private Surface surface;
    private PixelBuffer<IntBuffer> pixels;
    private Consumer<Hit> onClick = hit -> {};
    private boolean dirty = true;
    private boolean tips = true;
    private boolean usesKeys;

    public PaintedPane() {
        getStyleClass().add("painted-pane");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        view.setManaged(false);
        view.setMouseTransparent(true);
        view.setSmooth(false);
        getChildren().addAll(palette, view);
        InvalidationListener repaint = observable -> repaint();
        painter.addListener(repaint);
        palette.palette().addListener(repaint);
        outputScale.addListener(repaint);
        textSize.addListener(repaint);
        showing.addListener(repaint);
        addEventHandler(MouseEvent.MOUSE_MOVED, this::hover);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::hover);
        addEventHandler(MouseEvent.MOUSE_EXITED, event -> leave());
        addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
    }

    /** What is shown; null for nothing. Setting another painter paints it at the next pulse. */
    public ObjectProperty<Painter> painterProperty() {
        return painter;
    }

    public Painter getPainter() {
        return painter.get();
    }

    public void setPainter(Painter newPainter) {
        painter.set(newPainter);
    }

    /** The colours at this place, for those who export what is shown. */
    public ObservableObjectValue<Palette> palette() {
        return palette.palette();
    }

    /** What lies under the mouse; null where there is nothing to tell. */
    public ReadOnlyObjectProperty<Hit> hovered() {
        return hovered.getReadOnlyProperty();
    }

    /**
     * Sets what a click with the main button does.
     *
     * @param action gets what was clicked; not called where there is nothing
     */
    public void setOnHit(Consumer<Hit> action) {
        onClick = action;
    }

    /** Whether hits are told in a tooltip, as they are unless the figure tells them itself. */
    public void setTips(boolean shown) {
        tips = shown;
    }

    /** Lets the keyboard come here, where arrows and Enter then are no shortcuts, or not. */
    public void setUsesKeys(boolean used) {
        usesKeys = used;
        setFocusTraversable(used);
    }

    /** Whether arrows and Enter are for the figure. */
    public boolean usesKeys() {
        return usesKeys;
    }

    /** What the painter shows at a point of this pane. */
    public Optional<Hit> hitAt(double x, double y) {
        Painter current = painter.get();
        double zoom = zoom();
        return current == null || getWidth() <= 0 || getHeight() <= 0
                ? Optional.empty()
                : current.at(x / zoom, y / zoom, getWidth() / zoom, getHeight() / zoom);
    }

    /** How much larger figures are drawn than painters measure: the factor from a painter's px to this pane's. */
    public double zoom() {
        return textSize.get() / BASE_TEXT;
    }

    /** Asks for a painting at the next pulse. */
    public void repaint() {
        dirty = true;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double scale = outputScale.getValue().doubleValue();
        int width = (int) Math.ceil(getWidth() * scale);
        int height = (int) Math.ceil(getHeight() * scale);
        double surfaceScale = scale * zoom();
        boolean fits = surface != null
                && surface.width() == width
                && surface.height() == height
                && surface.scale() == surfaceScale;
        if (!showing.getValue() || width < 1 || height < 1 || (fits && !dirty)) {
            return;
        }
        if (!fits) {
            allocate(new Surface(width, height, surfaceScale), scale);
        }
        dirty = false;
        paint();
    }

    private void allocate(Surface fitting, double outputPixels) {
        surface = fitting;
        int width = fitting.width();
        int height = fitting.height();
        pixels =
                new PixelBuffer<>(width, height, IntBuffer.wrap(fitting.pixels()), PixelFormat.getIntArgbPreInstance());
        view.setImage(new WritableImage(pixels));
        view.setFitWidth(width / outputPixels);
        view.setFitHeight(height / outputPixels);
    }

    private void paint() {
        Painter current = painter.get();
        view.setVisible(current != null);
        if (current != null) {
            surface.paint(current, palette.palette().get());
            pixels.updateBuffer(buffer -> null);
        }
    }

    private void hover(MouseEvent event) {
        Hit hit = hitAt(event.getX(), event.getY()).orElse(null);
        hovered.set(hit);
        if (tips) {
            tip.show(hit, event);
        }
    }

    private void leave() {
        hovered.set(null);
        tip.hide();
    }

    private void click(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
            hitAt(event.getX(), event.getY()).ifPresent(onClick);
        }
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return META_DATA;
    }
}
