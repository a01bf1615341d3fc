package unroll.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import unroll.cli.UnrollCommandTest.Outcome;

/** The command that the guide gives for a lesson's weights makes the same bits as those that are shipped. */
class TrainedWeightsTest {
    @TempDir
    Path folder;

    @Test
    void theCommandOfTheGuideMakesTheSameFile() throws IOException {
        String guide = Files.readString(Path.of("lessons/README.md"));
        int start = guide.indexOf("    unroll train ");
        String command = guide.substring(start, guide.indexOf("--force", start)).replace("\\\n", " ");
        List<String> words = Arrays.asList(command.strip().split("\\s+"));
        Path shipped = Path.of(words.get(words.size() - 1));
        Path made = folder.resolve("weights.json");
        words.set(words.size() - 1, made.toString());
        Outcome outcome = UnrollCommandTest.run(words.subList(1, words.size()).toArray(String[]::new));
        assertEquals(0, outcome.code(), outcome.err());
        assertEquals(Files.readString(shipped), Files.readString(made));
    }
}
