package unroll.ui.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ShowOfHandsTest {
    @Test
    void eachHandCountsForItsAnswerUntilTheRightOneIsShown() {
        ShowOfHands hands = ShowOfHands.of(3).with(0).with(2).with(2).with(2);
        assertEquals(1, hands.count(0));
        assertEquals(0, hands.count(1));
        assertEquals(3, hands.count(2));
        assertEquals(1, hands.share(2));
        assertEquals(1 / 3.0, hands.share(0), 1e-15);
        ShowOfHands late = hands.asRevealed().with(1).withoutLast();
        assertTrue(late.revealed());
        assertEquals(hands.raised(), late.raised());
    }

    @Test
    void theLastHandIsTakenBackFirst() {
        ShowOfHands hands = ShowOfHands.of(2).with(0).with(1).withoutLast();
        assertEquals(ShowOfHands.of(2).with(0), hands);
        assertEquals(ShowOfHands.of(2), hands.withoutLast().withoutLast());
    }

    @Test
    void thereAreNoHandsForAnswersThatThereAreNot() {
        assertEquals(ShowOfHands.of(2), ShowOfHands.of(2).with(2).with(-1));
        assertEquals(0, ShowOfHands.of(2).share(0));
    }
}
