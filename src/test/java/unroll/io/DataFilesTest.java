package unroll.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import unroll.core.data.Table;
import unroll.core.data.Targets;
import unroll.experiment.DataRequest;
import unroll.experiment.NamedText;
import unroll.experiment.Setup;

class DataFilesTest {
    @TempDir
    Path folder;

    private static final DataRequest WANTED = new DataRequest("own.csv", List.of("b", "a"), Optional.of("day"));

    private Table read(String text) throws IOException, ReadProblem {
        Files.writeString(folder.resolve("own.csv"), text);
        return new DataFiles(folder).read(WANTED);
    }

    @Test
    void columnsAreFoundByNameWhateverTheirOrder() throws Exception {
        Table table = read("day,a,c,b\r\nMon,1,x,2\r\n\r\n\"Tue, late\",3.5e1,\"say \"\"y\"\"\",-4");
        assertEquals(List.of("Mon", "Tue, late"), table.labels());
        assertEquals(2, table.at(0, 0));
        assertEquals(35, table.at(1, 1));
        assertEquals(-4, table.at(1, 0));
    }

    @Test
    void whatIsWrongIsNamedByItsLine() {
        assertProblem("line 3, column a", "found x", "day,a,b\nMon,1,2\nTue,x,2\n");
        assertProblem("line 2, column b", "an empty cell", "day,a,b\nMon,1,\n");
        assertProblem("line 2, column a", "found NaN", "day,a,b\nMon,NaN,2\n");
        assertProblem("line 2, column a", "found 1e999", "day,a,b\nMon,1e999,2\n");
        assertProblem("line 2, column a", "found 1d", "day,a,b\nMon,1d,2\n");
        assertProblem("line 4", "expected 3 cells", "day,a,b\nMon,1,2\n\nTue,1\n");
        assertProblem("line 1", "there is no column b", "day,a\nMon,1\n");
        assertProblem("line 5, column a", "found x", "day,a,b\n\"two\nlines\",1,2\n\nTue,x,2\n");
        assertProblem("line 2", "not closed", "day,a,b\nMon,\"1,2\n");
        assertProblem("line 2", "after a quoted cell", "day,a,b\nMon,\"1\"2,3\n");
        assertProblem("", "found none", "day,a,b\n");
        assertProblem("", "empty file", "");
    }

    private void assertProblem(String place, String part, String text) {
        ReadProblem problem = assertThrows(ReadProblem.class, () -> read(text));
        assertEquals(place, problem.place(), problem.getMessage());
        assertTrue(problem.getMessage().contains(part), problem.getMessage());
    }

    @Test
    void namesThatAreNoDataAreRefusedWithTheOnesThatAre() {
        DataFiles files = new DataFiles(folder);
        DataRequest unknown = new DataRequest("moonspots", List.of("a"), Optional.empty());
        assertTrue(assertThrows(ReadProblem.class, () -> files.read(unknown))
                .wayOut()
                .contains("sunspots, co2"));
        DataRequest missing = new DataRequest("none.csv", List.of("a"), Optional.empty());
        assertThrows(ReadProblem.class, () -> files.read(missing));
    }

    @Test
    void theBuiltInDataAreWhole() throws ReadProblem {
        Setup sunspots = setup("sunspots");
        assertEquals(235, sunspots.data().train().size());
        assertEquals(62, sunspots.data().test().size());
        assertEquals("1947", sunspots.label(Setup.Part.TEST, 0));
        assertEquals(
                0.04644794128484938, sunspots.data().baselines().get(0).test().loss(), 1e-15);
        Setup digits = setup("digits-rows");
        assertEquals(1438, digits.data().train().size());
        assertEquals(359, digits.data().test().size());
    }

    private static Setup setup(String name) throws ReadProblem {
        return Setup.of(ExperimentFile.builtIn(name).experiment(), DataFiles.fromWorkingFolder());
    }

    @Test
    void gapsAreMissingValuesOnlyWhereTheyAreAllowed() throws Exception {
        Files.writeString(folder.resolve("own.csv"), "day,a,b\nMon,1,\nTue,x,2\n");
        DataRequest allowing = new DataRequest("own.csv", List.of("b"), Optional.empty(), true);
        assertTrue(Double.isNaN(new DataFiles(folder).read(allowing).at(0, 0)));
        DataRequest nonsense = new DataRequest("own.csv", List.of("a"), Optional.empty(), true);
        assertThrows(ReadProblem.class, () -> new DataFiles(folder).read(nonsense));
    }

    @Test
    void textsComeFromAFileOrAFolderOrderedByName() throws Exception {
        Files.writeString(folder.resolve("b.txt"), "two");
        Files.writeString(folder.resolve("a.txt"), "one");
        Files.writeString(folder.resolve("c.md"), "no text file");
        DataFiles files = new DataFiles(folder);
        assertEquals(List.of(new NamedText("a", "one"), new NamedText("b", "two")), files.texts(""));
        assertEquals(List.of(new NamedText("a", "one")), files.texts("a.txt"));
        assertEquals(18, files.texts("names").size());
    }

    @Test
    void textsThatCannotBeReadAreRefusedWithTheirPlace() throws Exception {
        DataFiles files = new DataFiles(folder);
        assertTextProblem(files, "none.txt", "there is no such file");
        assertTextProblem(files, "none", "name a .txt file, a folder, or one of sunspots");
        assertTextProblem(files, "sunspots", "found one with a table");
        Files.createDirectory(folder.resolve("empty"));
        assertTextProblem(files, "empty", "expected text files (.txt), found none");
        Files.writeString(folder.resolve("blank.txt"), " \n");
        assertTextProblem(files, "blank.txt", "found an empty file");
        Files.write(folder.resolve("latin.txt"), new byte[] {'a', '\n', 'b', '\n', (byte) 0xe9, 'c'});
        assertTextProblem(files, "latin.txt", "latin.txt, line 3: expected UTF-8 text");
        Files.write(folder.resolve("cut.txt"), new byte[] {'a', '\n', (byte) 0xe4, (byte) 0xb8});
        assertTextProblem(files, "cut.txt", "cut.txt, line 2: expected UTF-8 text");
        DataRequest table = new DataRequest("names", List.of("a"), Optional.empty());
        assertTrue(assertThrows(ReadProblem.class, () -> files.read(table))
                .getMessage()
                .contains("found one of texts"));
    }

    private static void assertTextProblem(DataFiles files, String data, String part) {
        String message =
                assertThrows(ReadProblem.class, () -> files.texts(data)).getMessage();
        assertTrue(message.contains(part), message);
    }

    @Test
    void theBuiltInTextsAreWhole() throws ReadProblem {
        Setup names = setup("names-lstm");
        assertEquals(20_050, names.data().train().size() + names.data().test().size());
        assertEquals(57, names.network().inputSize());
        assertEquals(18, names.network().outputSize());
        assertEquals(19, names.data().train().steps());
        assertEquals(400, countOf(names, 0), "every fifth of the 2000 Arabic names");
        assertEquals(0.469, names.data().baselines().get(0).test().accuracy().orElseThrow(), 1e-3);
        Setup oneByOne = setup("names");
        assertEquals("concat", oneByOne.network().cell().id());
        assertEquals(names.data(), oneByOne.data());
        Setup shakespeare = setup("shakespeare");
        assertEquals(65, shakespeare.network().inputSize());
        double bits = shakespeare.data().baselines().get(2).test().loss() / Math.log(2);
        assertEquals(3.58, bits, 0.005);
    }

    private static int countOf(Setup setup, int wanted) {
        Targets.Classes targets = (Targets.Classes) setup.data().test().targets();
        return (int) IntStream.range(0, targets.size())
                .filter(example -> targets.at(example, 1) == wanted)
                .count();
    }

    @Test
    void theGapsOfTheBuiltInSeriesAreSaid() throws ReadProblem {
        Setup co2 = setup("co2-gru");
        assertTrue(co2.data().notes().get(0).startsWith("59 of 2284 values are missing"));
        assertEquals(457, co2.data().test().size());
    }
}
