package unroll.ui.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.MissingResourceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import unroll.experiment.CellKind;

class MessagesTest {
    private final Messages messages = new Messages(Locale.ENGLISH);

    @Test
    void aKeyIsFoundInTheFileOfItsFeature() {
        assertEquals("Play", messages.getString("transport.play"));
        assertTrue(messages.containsKey("transport.play"));
    }

    @Test
    void valuesReplaceTheirNumbers() {
        assertEquals("12 / 34", messages.text("transport.count", 12, 34));
    }

    @Test
    void aMissingKeyIsAnErrorThatNamesIt() {
        MissingResourceException missing =
                assertThrows(MissingResourceException.class, () -> messages.text("transport.nothing"));
        assertEquals("transport.nothing", missing.getKey());
    }

    @ParameterizedTest
    @EnumSource(CellKind.class)
    void everyCellHasAName(CellKind cell) {
        assertTrue(messages.containsKey("experiment.choice." + cell.id()), cell.id());
    }

    @Test
    void textsDoNotFollowTheMachinesLanguage() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMAN);
            assertEquals("Play", new Messages(Locale.ENGLISH).getString("transport.play"));
        } finally {
            Locale.setDefault(before);
        }
    }
}
