package unroll.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import unroll.check.Checks;
import unroll.cli.UnrollCommandTest.Outcome;
import unroll.io.BuiltIn;
import unroll.io.ReadProblem;

class CheckCommandTest {
    @TempDir
    Path folder;

    private String good;

    @BeforeEach
    void readACase() throws ReadProblem {
        good = BuiltIn.reference("cells/rnn_tanh_1-1-1-1-1_mse_last.json").text();
    }

    private String write(String name, String text) throws Exception {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void allBuiltInChecksPassWithALineEach() {
        Outcome outcome = UnrollCommandTest.run("check");
        assertEquals(0, outcome.code(), outcome.out());
        assertEquals(Checks.builtIn().size(), outcome.lines().size());
        assertTrue(
                outcome.lines().stream().allMatch(line -> line.matches("ok +\\S.* error \\S+, allowed \\S+, at .+")));
        assertTrue(outcome.err().startsWith("unroll: "), outcome.err());
    }

    @Test
    void jsonLinesHaveErrorAndTolerance() throws Exception {
        Outcome outcome = UnrollCommandTest.run("check", "--json", write("case.json", good));
        assertEquals(0, outcome.code(), outcome.err());
        JsonObject first = JsonParser.parseString(outcome.lines().get(0)).getAsJsonObject();
        assertEquals(List.of("name", "passed", "error", "tolerance", "where", "problem"), List.copyOf(first.keySet()));
        assertTrue(first.get("passed").getAsBoolean());
        assertTrue(first.get("error").getAsDouble() <= first.get("tolerance").getAsDouble());
    }

    @Test
    void oneSpoiltDigitFailsTheRun() throws Exception {
        JsonObject root = JsonParser.parseString(good).getAsJsonObject();
        JsonObject forward = root.getAsJsonObject("forward");
        forward.addProperty("loss", forward.get("loss").getAsDouble() * (1 + 1e-9));
        write("a.json", good);
        write("b.json", root.toString());
        Outcome outcome = UnrollCommandTest.run("check", folder.toString());
        assertEquals(1, outcome.code(), outcome.out());
        assertTrue(outcome.lines().get(0).startsWith("ok"));
        assertTrue(outcome.lines().get(1).startsWith("FAIL")
                && outcome.lines().get(1).contains("forward.loss"));
    }

    @Test
    void anUnreadableFileIsAFailureOfItsOwnKindAndTheOthersStillRun() throws Exception {
        write("a.json", "{");
        write("b.json", good);
        Outcome outcome = UnrollCommandTest.run("check", folder.toString());
        assertEquals(2, outcome.code(), outcome.out());
        assertTrue(outcome.lines().get(0).startsWith("FAIL")
                && outcome.lines().get(0).contains("breaks off"));
        assertTrue(outcome.lines().get(1).startsWith("ok"));
    }

    @Test
    void aFileThatIsNotThereIsAFailure() {
        Outcome outcome =
                UnrollCommandTest.run("check", folder.resolve("none.json").toString());
        assertEquals(2, outcome.code());
        assertTrue(outcome.lines().get(0).contains("there is no such file"), outcome.out());
    }
}
