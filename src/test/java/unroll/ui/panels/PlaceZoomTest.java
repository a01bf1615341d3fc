package unroll.ui.panels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import unroll.plot.Range;

class PlaceZoomTest {
    private final PlaceZoom everything = PlaceZoom.none(new Range(0, 100));

    @Test
    void comingCloserKeepsThePlaceWhereItIs() {
        PlaceZoom closer = everything.around(25, 0.5);
        assertEquals(Optional.of(new Range(12.5, 62.5)), closer.shown());
        assertEquals(0.25, closer.shown().orElseThrow().share(25));
    }

    @Test
    void goingAwayEndsAtEverything() {
        assertEquals(Optional.empty(), everything.around(25, 0.5).around(25, 4).shown());
    }

    @Test
    void aPartIsChosenInEitherDirection() {
        assertEquals(everything.to(20, 40), everything.to(40, 20));
    }

    @Test
    void aPartOutsideTheAxisIsCutAtItsEnds() {
        assertEquals(Optional.of(new Range(90, 100)), everything.to(90, 130).shown());
    }

    @Test
    void aPartIsNeverNarrowerThanCanBeSeen() {
        Range shown = everything.to(50, 50).shown().orElseThrow();
        assertEquals(0.1, shown.high() - shown.low(), 1e-9);
    }

    @Test
    void aLongerAxisKeepsThePart() {
        PlaceZoom part = everything.to(20, 40);
        assertEquals(part.shown(), part.within(new Range(0, 500)).shown());
        assertTrue(everything.within(new Range(0, 500)).shown().isEmpty());
    }

    @Test
    void aShorterAxisDropsAPartThatItDoesNotHave() {
        assertTrue(everything.to(20, 40).within(new Range(0, 10)).shown().isEmpty());
    }
}
