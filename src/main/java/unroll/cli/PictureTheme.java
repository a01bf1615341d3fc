package unroll.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import unroll.plot.Palette;

/** The themes of pictures by name. */
enum PictureTheme {
    LIGHT(Palette.light()),
    DARK(Palette.dark()),
    PRINT(Palette.print());

    private final Palette palette;

    PictureTheme(Palette palette) {
        this.palette = palette;
    }

    Palette palette() {
        return palette;
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<PictureTheme> of(String word) {
        return Arrays.stream(values())
                .filter(theme -> theme.word().equals(word))
                .findFirst();
    }

    /** All names, for messages. */
    static String words() {
        return Arrays.stream(values()).map(PictureTheme::word).collect(Collectors.joining(", "));
    }
}
