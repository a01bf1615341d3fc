package unroll.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import unroll.experiment.Experiment;
import unroll.experiment.Task;
import unroll.io.json.Fields;

/** What the documentation of the experiment file says is so. */
class ExperimentSchemaTest {
    private static String block(String language) throws ReadProblem {
        String text = BuiltIn.lesson("experiments/README.md").text();
        int start = text.indexOf("```" + language + "\n") + language.length() + 4;
        return text.substring(start, text.indexOf("```", start));
    }

    private static Task task(String json) throws ReadProblem {
        return TaskJson.read(Fields.of(new TextFile("task", json)));
    }

    @Test
    void theExampleIsAnExperiment() throws ReadProblem {
        Experiment experiment =
                ExperimentFile.of(new TextFile("README.md", block("json"))).experiment();
        assertEquals("adding-irnn", experiment.name());
        assertEquals(experiment, ExperimentFile.of(experiment).experiment());
    }

    @Test
    void everyKindOfTaskHasAnExampleThatSurvivesWriting() throws ReadProblem {
        Set<String> shown = new LinkedHashSet<>();
        for (String line : block("tasks").lines().toList()) {
            Task task = task(line);
            String written = TaskJson.write(task).toString();
            assertEquals(task, task(written), line);
            shown.add(TaskJson.write(task).get("kind").getAsString());
        }
        assertEquals(List.copyOf(TaskJson.kinds()), List.copyOf(shown));
    }

    @Test
    void theExamplesOfTrainingsAreRead() throws ReadProblem {
        for (String line : block("training").lines().toList()) {
            ExperimentFile file = ExperimentFile.builtIn("shakespeare").with("training", line);
            Experiment experiment = file.experiment();
            assertEquals(experiment, ExperimentFile.of(experiment).experiment(), line);
        }
    }

    @Test
    void everyKindOfTaskStandsInTheTable() throws ReadProblem {
        String text = BuiltIn.lesson("experiments/README.md").text();
        for (String kind : TaskJson.kinds()) {
            assertTrue(text.contains("| `" + kind + "` |"), kind);
        }
    }
}
