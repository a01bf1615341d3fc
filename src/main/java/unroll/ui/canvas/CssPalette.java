package unroll.ui.canvas;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.value.ObservableObjectValue;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.StyleConverter;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import unroll.plot.Palette;
import unroll.plot.Role;

/**
 * The palette that the style sheets give at its place in the scene. Each {@link Role} is a styleable property named like
 * the looked-up colour that it shows, with {@code -role-} for {@code -unroll-}; {@code base.css} ties the two together.
 * A change of theme thus reaches painted views in the same pulse as the controls.
 */
public final class CssPalette extends Region {
    private static final String PREFIX = "-unroll-";
    private static final String PROPERTY_PREFIX = "-role-";

    private static final Map<Role, CssMetaData<CssPalette, Color>> META_DATA = new EnumMap<>(Role.class);
    private static final List<CssMetaData<? extends Styleable, ?>> ALL_META_DATA =
            new ArrayList<>(Region.getClassCssMetaData());

    static {
        for (Role role : Role.values()) {
            META_DATA.put(role, new RoleMetaData(role));
        }
        ALL_META_DATA.addAll(META_DATA.values());
    }

    private final Map<Role, SimpleStyleableObjectProperty<Color>> colors = new EnumMap<>(Role.class);
    private final ObjectBinding<Palette> palette;

    public CssPalette() {
        getStyleClass().add("css-palette");
        setManaged(false);
        setMouseTransparent(true);
        META_DATA.forEach((role, metaData) ->
                colors.put(role, new SimpleStyleableObjectProperty<>(metaData, metaData.getInitialValue(this))));
        palette = Bindings.createObjectBinding(this::read, colors.values().toArray(Observable[]::new));
    }

    /** Becomes invalid once for all colours that a style change touches, and is read again when it is asked. */
    public ObservableObjectValue<Palette> palette() {
        return palette;
    }

    private Palette read() {
        Map<Role, Integer> read = new EnumMap<>(Role.class);
        colors.forEach((role, color) -> read.put(role, argb(color.get())));
        return Palette.of(read, Palette.light());
    }

    private static int argb(Color color) {
        return channel(color.getOpacity()) << 24
                | channel(color.getRed()) << 16
                | channel(color.getGreen()) << 8
                | channel(color.getBlue());
    }

    private static Color color(int argb) {
        return Color.rgb(argb >> 16 & 0xff, argb >> 8 & 0xff, argb & 0xff, (argb >>> 24) / 255.0);
    }

    private static int channel(double value) {
        return (int) Math.round(value * 255);
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return ALL_META_DATA;
    }

    private static final class RoleMetaData extends CssMetaData<CssPalette, Color> {
        private final Role role;

        RoleMetaData(Role role) {
            super(
                    PROPERTY_PREFIX + role.cssName().substring(PREFIX.length()),
                    StyleConverter.getColorConverter(),
                    color(Palette.light().argb(role)));
            this.role = role;
        }

        @Override
        public boolean isSettable(CssPalette palette) {
            return !palette.colors.get(role).isBound();
        }

        @Override
        public StyleableProperty<Color> getStyleableProperty(CssPalette palette) {
            return palette.colors.get(role);
        }
    }
}
