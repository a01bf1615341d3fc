package unroll.ui.export;

import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import unroll.plot.Surface;
import unroll.plot.Tabular;

/** Gives figures to other programs. */
final class FigureClipboard {
    private FigureClipboard() {}

    /** As a picture. */
    static void put(Surface picture) {
        WritableImage image = new WritableImage(picture.width(), picture.height());
        image.getPixelWriter()
                .setPixels(
                        0,
                        0,
                        picture.width(),
                        picture.height(),
                        PixelFormat.getIntArgbPreInstance(),
                        picture.pixels(),
                        0,
                        picture.width());
        ClipboardContent content = new ClipboardContent();
        content.putImage(image);
        Clipboard.getSystemClipboard().setContent(content);
    }

    /** As text for a spreadsheet. */
    static void put(Tabular table) {
        ClipboardContent content = new ClipboardContent();
        content.putString(table.tabSeparated());
        Clipboard.getSystemClipboard().setContent(content);
    }
}
