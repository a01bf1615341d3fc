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
            throw new ReadProblem(name, "", "expected a file, found a folder", "name a file in it");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return read(name, in);
        } catch (NoSuchFileException missing) {
            throw new ReadProblem(name, "", "there is no such file", "check the name");
        } catch (IOException problem) {
            throw new ReadProblem(name, "", "can't be read: " + problem.getMessage(), "check its permissions");
        }
    }

    static TextFile read(String name, InputStream in) throws IOException, ReadProblem {
        byte[] bytes = in.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            String limit = "expected at most " + (MAX_BYTES >> 20) + " MiB of text";
            throw new ReadProblem(name, "", limit, "check that this is the right file");
        }
        ByteBuffer encoded = ByteBuffer.wrap(bytes);
        CharBuffer decoded = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .decode(encoded, decoded, true);
        String text = decoded.flip().toString();
        if (result.isError()) {
            String line = "line " + (text.chars().filter(c -> c == '\n').count() + 1);
            throw new ReadProblem(name, line, "expected UTF-8 text, found other bytes", "save it as UTF-8");
        }
        return new TextFile(name, text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
    }
}
