package unroll.ui.shell;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.application.Application;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.text.Font;
import unroll.plot.Face;
import unroll.ui.state.Appearance;
import unroll.ui.state.Language;
import unroll.ui.state.TextSize;

/** Puts the style sheets on a scene: the controls' theme, the roles of colour, and one sheet a feature. */
public final class Theme {
    private static final List<String> FEATURES = List.of(
            "shell",
            "start",
            "transport",
            "stage",
            "input",
            "lanes",
            "panels",
            "export",
            "listing",
            "breakpoints",
            "inspector",
            "lesson",
            "experiment",
            "check",
            "compare");
    private static final double ANY_SIZE = 13;

    /** JavaFX does not look for Chinese characters in all of these by itself: the first that is installed is named. */
    private static final List<String> CHINESE_FONTS = List.of(
            "Noto Sans CJK SC",
            "Source Han Sans SC",
            "WenQuanYi Micro Hei",
            "WenQuanYi Zen Hei",
            "Microsoft YaHei",
            "PingFang SC");

    private Theme() {}

    /** Makes the bundled text fonts known to style sheets; once a program. */
    public static void loadFonts() {
        for (Face face : List.of(Face.REGULAR, Face.MEDIUM, Face.BOLD)) {
            Font.loadFont(face.open(), ANY_SIZE);
        }
    }

    /** Keeps a scene in the look that is chosen. */
    public static void follow(Scene scene, Appearance appearance) {
        appearance.dark().subscribe(dark -> setColors(scene, dark));
        appearance.textSize().subscribe(size -> setTextSize(scene, size));
        if (appearance.language().get() == Language.CHINESE) {
            scene.getRoot().getStyleClass().add("chinese");
            chineseFont(Font.getFamilies()).ifPresent(family -> setChineseFont(scene.getRoot(), family));
        } else {
            scene.getRoot().getStyleClass().add("latin");
        }
    }

    private static void setChineseFont(Parent root, String family) {
        root.setStyle("-fx-font-family: \"" + family + "\"");
        if (Font.getFontNames(family).size() == 1) {
            root.getStyleClass().add("one-weight");
        }
    }

    /** The family for Chinese texts; empty where the system's own choice is the best there is. */
    static Optional<String> chineseFont(List<String> installed) {
        return CHINESE_FONTS.stream().filter(installed::contains).findFirst();
    }

    private static void setColors(Scene scene, boolean dark) {
        Application.setUserAgentStylesheet(
                dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
        List<String> sheets = new ArrayList<>();
        sheets.add(sheet(dark ? "dark" : "light"));
        sheets.add(sheet("base"));
        FEATURES.forEach(feature -> sheets.add(sheet(feature)));
        scene.getStylesheets().setAll(sheets);
    }

    private static void setTextSize(Scene scene, TextSize chosen) {
        for (TextSize size : TextSize.values()) {
            scene.getRoot().getStyleClass().remove(size.styleClass());
        }
        scene.getRoot().getStyleClass().add(chosen.styleClass());
    }

    private static String sheet(String name) {
        String path = "/styles/" + name + ".css";
        return Objects.requireNonNull(Theme.class.getResource(path), path).toExternalForm();
    }
}
