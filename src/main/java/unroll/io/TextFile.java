package unroll.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * The whole text of a small file.
 *
 * @param name how complaints call the file
 */
public record TextFile(String name, String text) {
    /** No file that is read as a whole has more bytes than this; a larger one is most likely another kind of file. */
    public static final int MAX_BYTES = 64 << 20;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** Reads a file as UTF-8, with or without a byte order mark. */
    public static TextFile read(Path file) throws ReadProblem {
        String name = file.toString();
        if (Files.isDirectory(file)) {
            throw problem(
                    name,
                    Phrase.expected(Phrase.of("problem.what.file"), Phrase.of("problem.what.folder")),
                    "problem.wayOut.nameFile");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return read(name, in);
        } catch (NoSuchFileException missing) {
            throw problem(name, Phrase.of("problem.noFile"), "problem.wayOut.checkName");
        } catch (IOException problem) {
            throw problem(
                    name,
                    Phrase.of("problem.cantRead", String.valueOf(problem.getMessage())),
                    "problem.wayOut.checkPermissions");
        }
    }

    private static ReadProblem problem(String name, Phrase expectation, String wayOut) {
        return new ReadProblem(name, Phrase.NONE, expectation, Phrase.of(wayOut));
    }

    static TextFile read(String name, InputStream in) throws IOException, ReadProblem {
        byte[] bytes = in.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw problem(name, Phrase.of("problem.tooLarge", MAX_BYTES >> 20), "problem.wayOut.checkFile");
        }
        ByteBuffer encoded = ByteBuffer.wrap(bytes);
        CharBuffer decoded = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .decode(encoded, decoded, true);
        String text = decoded.flip().toString();
        if (result.isError()) {
            long line = text.chars().filter(c -> c == '\n').count() + 1;
            throw new ReadProblem(
                    name,
                    Phrase.of("problem.place.line", line),
                    Phrase.of("problem.notUtf8"),
                    Phrase.of("problem.wayOut.saveAsUtf8"));
        }
        return new TextFile(name, text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
    }
}
