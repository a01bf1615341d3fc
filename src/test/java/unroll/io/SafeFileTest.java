package unroll.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import unroll.io.SafeFile.Existing;

class SafeFileTest {
    @TempDir
    Path folder;

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aFileThatIsThereIsKeptUnlessToldOtherwise() throws Exception {
        Path file = folder.resolve("a.txt");
        SafeFile.write(file, Existing.KEEP, "one");
        WriteProblem kept = assertThrows(WriteProblem.class, () -> SafeFile.write(file, Existing.KEEP, "two"));
        assertTrue(kept.getMessage().startsWith("can't write " + file), kept.getMessage());
        assertEquals("one", Files.readString(file));
        SafeFile.write(file, Existing.REPLACE, "three");
        assertEquals("three", Files.readString(file));
        assertEquals(List.of("a.txt"), files());
    }

    @Test
    void whenWritingBreaksOffTheOldFileStays() throws Exception {
        Path file = folder.resolve("a.txt");
        SafeFile.write(file, Existing.KEEP, "one");
        assertThrows(
                WriteProblem.class,
                () -> SafeFile.write(file, Existing.REPLACE, out -> {
                    out.write('x');
                    throw new IOException("no space left on device");
                }));
        assertEquals("one", Files.readString(file));
        assertEquals(List.of("a.txt"), files(), "nothing is left beside it");
    }

    @Test
    void aFolderThatCantBeWrittenIsNamed() throws Exception {
        Path blocked = folder.resolve("file");
        Files.writeString(blocked, "x");
        assertThrows(WriteProblem.class, () -> SafeFile.createFolder(blocked.resolve("below")));
        assertThrows(WriteProblem.class, () -> SafeFile.write(blocked.resolve("below"), Existing.KEEP, "x"));
        assertThrows(WriteProblem.class, () -> SafeFile.write(folder.resolve("no/a.txt"), Existing.KEEP, "x"));
        assertThrows(WriteProblem.class, () -> SafeFile.write(folder, Existing.REPLACE, "x"));
        assertFalse(Files.exists(folder.resolve("no")));
    }

    @Test
    void theHomeFolderLiesWhereThePlatformExpectsIt() {
        Path user = Path.of("/home/ada");
        assertEquals(
                user.resolve(".local/share/unroll"),
                Home.of(Map.of(), "Linux", user).folder());
        assertEquals(
                Path.of("/data/unroll"),
                Home.of(Map.of("XDG_DATA_HOME", "/data"), "Linux", user).folder());
        assertEquals(
                user.resolve("Library/Application Support/unroll"),
                Home.of(Map.of(), "Mac OS X", user).folder());
        assertEquals(
                Path.of("/roaming/unroll"),
                Home.of(Map.of("APPDATA", "/roaming"), "Windows 11", user).folder());
        Map<String, String> own = Map.of(Home.VARIABLE, "/own", "XDG_DATA_HOME", "/data");
        assertEquals(Path.of("/own"), Home.of(own, "Linux", user).folder());
    }

    private static void two(Path part) throws IOException {
        Files.writeString(part.resolve("n1.txt"), "one");
        Files.writeString(part.resolve("n2.txt"), "two");
    }

    private static boolean isNumbered(Path file) {
        return file.getFileName().toString().matches("n\\d\\.txt");
    }

    @Test
    void aFolderIsThereWithAllItsFilesOrNotAtAll() throws Exception {
        Path made = folder.resolve("made");
        SafeFile.writeFolder(made, Existing.KEEP, SafeFileTest::isNumbered, SafeFileTest::two);
        assertEquals("two", Files.readString(made.resolve("n2.txt")));
        assertThrows(
                WriteProblem.class,
                () -> SafeFile.writeFolder(folder.resolve("half"), Existing.KEEP, SafeFileTest::isNumbered, part -> {
                    two(part);
                    throw new IOException("the disk is full");
                }));
        assertEquals(List.of("made"), files());
    }

    @Test
    void aFolderIsReplacedOnlyWhereNothingElseLiesInIt() throws Exception {
        Path made = folder.resolve("made");
        SafeFile.writeFolder(made, Existing.KEEP, SafeFileTest::isNumbered, SafeFileTest::two);
        Files.writeString(made.resolve("n3.txt"), "an old one");
        WriteProblem kept = assertThrows(
                WriteProblem.class,
                () -> SafeFile.writeFolder(made, Existing.KEEP, SafeFileTest::isNumbered, SafeFileTest::two));
        assertTrue(kept.getMessage().contains("n1.txt"), kept.getMessage());
        SafeFile.writeFolder(made, Existing.REPLACE, SafeFileTest::isNumbered, SafeFileTest::two);
        assertFalse(Files.exists(made.resolve("n3.txt")));
        Files.writeString(made.resolve("thesis.txt"), "mine");
        assertThrows(
                WriteProblem.class,
                () -> SafeFile.writeFolder(made, Existing.REPLACE, SafeFileTest::isNumbered, SafeFileTest::two));
        assertEquals("mine", Files.readString(made.resolve("thesis.txt")));
        assertEquals(List.of("made"), files());
    }
}
