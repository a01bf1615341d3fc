package unroll.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import unroll.core.model.Site;
import unroll.io.DataFiles;
import unroll.io.ExperimentFile;
import unroll.io.ReadProblem;

class UnitsInTextTest {
    private static Setup setup(String name) throws ReadProblem {
        var small = ExperimentFile.builtIn(name).with("model.hidden", "8").experiment();
        return Setup.of(small, DataFiles.fromWorkingFolder());
    }

    private static List<Integer> along(TextFeature feature, String text) {
        List<Integer> values = new ArrayList<>();
        int now = TextFeature.UNKNOWN;
        int before = 0;
        for (int letter : text.codePoints().toArray()) {
            now = feature.next(now, before, letter);
            before = letter;
            values.add(now);
        }
        return values;
    }

    @Test
    void featuresAreToldOnceTheTextHasToldEnough() {
        assertEquals(List.of(-1, -1, 0, 1, 2, 0), along(TextFeature.LINE, "ab\ncd\n"));
        assertEquals(List.of(-1, 0, 1, 2, 0, 1), along(TextFeature.WORD, "a bc d"));
        assertEquals(
                List.of(-1, -1, 1, 1, 0, 0),
                along(TextFeature.SPEAKER, "a\n\nB:c").subList(0, 6));
    }

    @Test
    void aCorrelationLiesBetweenMinusOneAndOne() throws ReadProblem {
        Setup setup = setup("shakespeare");
        Site state = new Site(0, setup.network().cell().output());
        for (TextFeature feature : TextFeature.values()) {
            var units = UnitsInText.of(setup, setup.initial(), state, feature).correlations();
            assertEquals(8, units.size());
            for (int unit = 0; unit < units.size(); unit++) {
                assertTrue(Math.abs(units.at(unit)) <= 1, feature + " " + unit);
            }
        }
    }

    @Test
    void whatIsWrittenFollowsFromTheSeed() throws ReadProblem {
        Setup setup = setup("shakespeare");
        String text = Writing.of(setup, setup.initial(), 50, 1);
        assertEquals(50, text.length());
        assertEquals(text, Writing.of(setup, setup.initial(), 50, 1));
        assertFalse(text.equals(Writing.of(setup, setup.initial(), 50, 0.01)));
    }

    @Test
    void onlyTextsAreWrittenAndFollowed() throws ReadProblem {
        assertTrue(Writing.isPossible(setup("shakespeare")));
        assertFalse(Writing.isPossible(setup("names-lstm")));
        assertFalse(UnitsInText.isPossible(setup("reber")));
    }
}
