package unroll.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unroll.core.model.Network;
import unroll.experiment.Setup;

/** Problems of files are told in the reader's language: file, place, what was expected, the way out. */
class PhraseTest {
    private static final ResourceBundle CHINESE = ResourceBundle.getBundle("unroll.i18n.problem", Locale.CHINESE);
    private static final Pattern ENGLISH_WORDS = Pattern.compile("[a-z]+ [a-z]+");

    @TempDir
    Path folder;

    private static String chinese(Told problem) {
        return problem.phrase().in(CHINESE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            model.hidden     | 0         | vanishing.json，model.hidden：应为 1 到
            model.cell       | lsmt      | vanishing.json，model.cell：应为以下之一：rnn
            model.depth      | 2         | vanishing.json，model.depth：这里没有这个字段；请删去，或使用以下之一：cell
            task             | 7         | vanishing.json，task：应为花括号中的对象，实际是：7
            training         | {}        | vanishing.json，training.epochs：应写 epochs 或 iterations，实际都没有
            optimiser.rate   | []        | vanishing.json，optimiser.rate：应为数，实际是：一个列表
            """)
    void aFieldOfAnExperimentIsToldInChinese(String path, String value, String told) throws ReadProblem {
        ExperimentFile file = ExperimentFile.builtIn("vanishing").with(path, value);
        ReadProblem problem = assertThrows(ReadProblem.class, file::experiment);
        assertTrue(chinese(problem).startsWith(told), chinese(problem));
    }

    @Test
    void brokenJsonIsToldInChinese() {
        ReadProblem problem =
                assertThrows(ReadProblem.class, () -> ExperimentFile.of(new TextFile("mine.json", "{\n \"a\": 1\n")));
        assertEquals("mine.json，文件末尾：JSON 中断了；文件不完整：请使用完整的副本", chinese(problem));
        assertEquals(
                "mine.json, its end: the JSON breaks off; the file is cut short: use a whole copy",
                problem.getMessage());
    }

    @Test
    void filesThatAreNotThereAreToldInChinese() {
        ReadProblem missing = assertThrows(ReadProblem.class, () -> TextFile.read(folder.resolve("none.json")));
        assertTrue(chinese(missing).endsWith("none.json：没有这个文件；请检查文件名"), chinese(missing));
        ReadProblem data = assertThrows(ReadProblem.class, () -> new DataFiles(folder).texts("nothing"));
        assertTrue(chinese(data).startsWith("nothing：没有这个数据集；请指定"), chinese(data));
        WriteProblem nowhere = assertThrows(
                WriteProblem.class, () -> SafeFile.write(folder.resolve("no/such/file"), SafeFile.Existing.KEEP, "x"));
        assertTrue(chinese(nowhere).startsWith("无法写入"), chinese(nowhere));
    }

    @Test
    void weightsOfAnotherNetworkAreToldInChinese() throws ReadProblem {
        Network network = Setup.of(ExperimentFile.builtIn("first-steps").experiment(), DataFiles.fromWorkingFolder())
                .network();
        TextFile shear = TextFile.read(Path.of("lessons/05-exploding-gradients/shear-weights.json"));
        ReadProblem problem = assertThrows(ReadProblem.class, () -> WeightsFile.read(shear, network));
        assertTrue(chinese(problem).endsWith("：应为形状 [3, 2]，实际是：[2, 1]"), chinese(problem));
    }

    @Test
    void whatStandsInAGapIsNeverTakenForAGap() {
        Phrase phrase = Phrase.expected("{1}", "$0");
        assertEquals("expected {1}, found $0", phrase.english());
    }

    @Test
    void noEnglishSentenceIsLeftInTheChineseTexts() {
        CHINESE.keySet().stream()
                .map(CHINESE::getString)
                .forEach(text -> assertTrue(!ENGLISH_WORDS.matcher(text).find(), text));
    }
}
