package unroll.plot.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.NodeList;
import unroll.plot.Painter;
import unroll.plot.Palette;
import unroll.plot.Role;
import unroll.plot.Size;

class FilmTest {
    private static final Exporter EXPORTER = new Exporter(new Size(60, 40), Palette.light(), 192);

    /** A square that moves to the right by its width in every picture. */
    private static Painter square(int frame) {
        return (g, width, height, palette) -> {
            g.setColor(palette.color(Role.BACKGROUND));
            g.fill(new Rectangle2D.Double(0, 0, width, height));
            g.setColor(palette.color(Role.FORWARD));
            g.fill(new Rectangle2D.Double(10 * frame, 10, 10, 10));
        };
    }

    private static Film film(int frames) {
        return new Film(frames, FilmTest::square, frame -> "t = " + frame, 250);
    }

    private record Gif(List<BufferedImage> images, List<IIOMetadataNode> notes) {
        String attribute(int frame, String node, String name) {
            NodeList found = notes.get(frame).getElementsByTagName(node);
            return ((IIOMetadataNode) found.item(0)).getAttribute(name);
        }
    }

    private static Gif read(byte[] bytes) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(in);
            List<BufferedImage> images = new ArrayList<>();
            List<IIOMetadataNode> notes = new ArrayList<>();
            for (int i = 0; i < reader.getNumImages(true); i++) {
                images.add(reader.read(i));
                notes.add((IIOMetadataNode) reader.getImageMetadata(i).getAsTree("javax_imageio_gif_image_1.0"));
            }
            return new Gif(images, notes);
        } finally {
            reader.dispose();
        }
    }

    @Test
    void anAnimationHasAllPicturesTheirTimesAndNoEnd() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Filming filming = new Filming(film(3), EXPORTER);
        filming.writeGif(out);
        Gif gif = read(out.toByteArray());
        assertEquals(3, gif.images().size());
        assertEquals(3, filming.done());
        assertEquals("25", gif.attribute(0, "GraphicControlExtension", "delayTime"));
        assertEquals("75", gif.attribute(2, "GraphicControlExtension", "delayTime"), "the last one stays");
        assertEquals("NETSCAPE", gif.attribute(0, "ApplicationExtension", "applicationID"));
        assertEquals(120, gif.images().get(0).getWidth());
        assertEquals(80, gif.images().get(0).getHeight());
    }

    @Test
    void onlyWhatChangesIsWrittenAgain() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Filming(film(3), EXPORTER).writeGif(out);
        Gif gif = read(out.toByteArray());
        // Where the square was and where it is now: two widths of it, at two pixels to the px.
        assertEquals("20", gif.attribute(2, "ImageDescriptor", "imageLeftPosition"));
        assertEquals("20", gif.attribute(2, "ImageDescriptor", "imageTopPosition"));
        BufferedImage part = gif.images().get(2);
        assertEquals(40, part.getWidth());
        assertEquals(20, part.getHeight());
        assertEquals(Palette.light().argb(Role.BACKGROUND), part.getRGB(5, 5));
        assertEquals(Palette.light().argb(Role.FORWARD), part.getRGB(30, 5));
    }

    @Test
    void aPictureThatIsLikeTheOneBeforeIsAPictureToo() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Filming(new Film(2, frame -> square(1), frame -> "", 100), EXPORTER).writeGif(out);
        assertEquals(2, read(out.toByteArray()).images().size());
    }

    @Test
    void numberedPicturesLieInTheirFolder(@TempDir Path folder) throws IOException {
        new Filming(film(3), EXPORTER).writeFrames(folder);
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> written = files.sorted().toList();
            assertEquals(
                    List.of("frame-0001.png", "frame-0002.png", "frame-0003.png"),
                    written.stream().map(file -> file.getFileName().toString()).toList());
            assertTrue(written.stream().allMatch(Filming::isFrame));
            int color = ImageIO.read(written.get(2).toFile()).getRGB(50, 30);
            assertEquals(Palette.light().argb(Role.FORWARD), color);
        }
    }

    @Test
    void aFilmCanBeEnded() {
        Filming filming = new Filming(film(5), EXPORTER);
        filming.cancel();
        CancellationException end =
                assertThrows(CancellationException.class, () -> filming.writeGif(new ByteArrayOutputStream()));
        assertTrue(end.getMessage().contains("0 of 5"), end.getMessage());
    }

    @Test
    void eachPictureSaysWhereItStandsIfThereIsACaption() {
        Film film = film(3);
        Exporter silent = film.settings(EXPORTER, 2);
        assertEquals("", silent.lettering().caption());
        Exporter speaking = film.settings(EXPORTER.with(new Lettering(9, "vanishing", "")), 2);
        assertEquals("vanishing \u00b7 t = 2", speaking.lettering().caption());
    }

    @Test
    void impossibleFilmsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> film(0));
        assertThrows(IllegalArgumentException.class, () -> film(Film.MOST_FRAMES + 1));
        assertThrows(IllegalArgumentException.class, () -> new Film(1, FilmTest::square, frame -> "", 1));
    }
}
