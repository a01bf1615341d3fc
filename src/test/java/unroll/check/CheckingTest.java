package unroll.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.io.ReadProblem;
import unroll.io.TextFile;

class CheckingTest {
    @TempDir
    Path folder;

    static List<NumberCheck> slopes() {
        return Checks.slopes();
    }

    @ParameterizedTest
    @MethodSource("slopes")
    void gradientsAreSlopes(NumberCheck check) {
        Verdict verdict = Verdict.of(check);
        assertTrue(verdict.passed(), verdict.toString());
    }

    @Test
    void theFirstCheckIsTheLastOnceItIsCancelled() {
        Checking[] checking = new Checking[1];
        NumberCheck first = new ReferenceCase("first", () -> {
            checking[0].cancel();
            return new TextFile("first.json", "{}");
        });
        checking[0] = new Checking(List.of(first, first, first));
        assertEquals(3, checking[0].size());
        assertEquals(1, checking[0].call().size());
        assertEquals(1, checking[0].verdicts().size());
        assertTrue(checking[0].isCancelled());
    }

    @Test
    void aFolderIsItsCasesInOrderAndNotTheExpectationsOfWeights() throws Exception {
        Files.createDirectory(folder.resolve("b"));
        for (String name : List.of("c.json", "b/a.json", "gru.expected.json", "notes.txt")) {
            Files.writeString(folder.resolve(name), "{}");
        }
        List<String> names = Checks.of(List.of(folder)).stream()
                .filter(ReferenceCase.class::isInstance)
                .map(each -> folder.relativize(Path.of(each.name())).toString())
                .toList();
        assertEquals(List.of(Path.of("b", "a").toString(), "c"), names);
    }

    @Test
    void aFolderWithoutCasesIsAProblem() {
        ReadProblem problem = assertThrows(ReadProblem.class, () -> Checks.of(List.of(folder)));
        assertTrue(problem.getMessage().contains("found no .json file"), problem.getMessage());
    }
}
