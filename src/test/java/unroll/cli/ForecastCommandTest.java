package unroll.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import unroll.cli.UnrollCommandTest.Outcome;

class ForecastCommandTest {
    private static final String SHIPPED = "lessons/14-time-series/sunspots-trained.json";

    @TempDir
    Path folder;

    private static Outcome forecast(String experiment, String... more) {
        List<String> command = new ArrayList<>(List.of("forecast", experiment, "--weights", SHIPPED));
        command.addAll(List.of(more));
        return UnrollCommandTest.run(command.toArray(String[]::new));
    }

    @Test
    void errorsAreToldInTheDataUnits() {
        Outcome outcome = forecast("sunspots");
        assertEquals(0, outcome.code(), outcome.err());
        JsonObject errors = JsonParser.parseString(outcome.out()).getAsJsonObject();
        assertEquals(30, errors.get("steps").getAsInt());
        assertEquals(20, errors.get("ahead").getAsDouble(), 0.5);
        assertEquals(39, errors.get("fedBack").getAsDouble(), 0.5);
        assertEquals(57, errors.get("held").getAsDouble(), 0.5);
    }

    @Test
    void theNumbersAreWrittenWithTheirYears() throws IOException {
        Path file = folder.resolve("forecast.csv");
        assertEquals(
                0,
                forecast("sunspots", "--steps", "2", "--out", file.toString()).code());
        List<String> lines = Files.readAllLines(file);
        assertEquals("test part,measured,one step ahead,fed back", lines.get(0));
        assertEquals(63, lines.size(), "a line for each test year");
        assertTrue(lines.get(1).startsWith("1947,151.6,"), lines.get(1));
        assertTrue(lines.get(3).endsWith(","), "the third year is not foretold from forecasts");
    }

    @Test
    void whatCanNotBeForetoldIsRefusedInOneLine() {
        for (Outcome outcome : List.of(
                forecast("sunspots", "--set", "task.split=shuffled"),
                forecast("sunspots", "--steps", "0"),
                forecast("digits-rows"),
                forecast("weather-lstm"))) {
            assertEquals(2, outcome.code());
            assertEquals(1, outcome.err().lines().count(), outcome.err());
        }
    }
}
