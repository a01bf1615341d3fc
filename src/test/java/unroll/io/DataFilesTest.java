package unroll.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import unroll.core.data.Table;
import unroll.experiment.DataRequest;
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
                .contains("sunspots, digits"));
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
}
