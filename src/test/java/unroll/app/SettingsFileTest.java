package unroll.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.io.ReadProblem;
import unroll.io.WriteProblem;
import unroll.ui.shell.WindowLayout;
import unroll.ui.state.Language;
import unroll.ui.state.TextSize;

class SettingsFileTest {
    @TempDir
    private Path folder;

    private SettingsFile file() {
        return new SettingsFile(folder.resolve("new").resolve("settings.json"));
    }

    @Test
    void theFirstStartHasNoFile() throws ReadProblem {
        assertEquals(Settings.DEFAULT, file().read());
    }

    @Test
    void whatIsWrittenComesBack() throws ReadProblem, WriteProblem {
        Settings settings = new Settings(
                Optional.of(new Settings.Window(1100, 700, true)),
                new WindowLayout(
                        Map.of("columns", List.of(0.25), "middle", List.of(0.4, 0.7)),
                        Set.of("guide"),
                        List.of("spectrum", "phase")),
                true,
                TextSize.LARGE,
                true,
                Optional.of(Language.CHINESE));
        file().write(settings);
        assertEquals(settings, file().read());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{}",
                "{\"layout\": {\"dividers\": {\"columns\": [7]}, \"folded\": []}}",
                "{\"layout\": {\"dividers\": {\"columns\": [null]}, \"folded\": []}}",
                "{\"layout\": {\"dividers\": {}, \"folded\": [[]]}}",
                "{\"layout\": {\"dividers\": {}, \"folded\": [], \"panels\": [{}]}}",
                "{\"window\": {\"width\": -1, \"height\": 700, \"maximized\": false}}",
                "{\"layout\": {\"dividers\": {}, \"folded\": []}, \"dark\": true, \"textSize\": \"9000\"}"
            })
    void aSpoiltFileIsNamed(String text) throws IOException {
        Path spoilt = folder.resolve("settings.json");
        Files.writeString(spoilt, text);
        ReadProblem problem = assertThrows(ReadProblem.class, () -> new SettingsFile(spoilt).read());
        assertTrue(problem.getMessage().contains(spoilt.toString()), problem.getMessage());
    }
}
