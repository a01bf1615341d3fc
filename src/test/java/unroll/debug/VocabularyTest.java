package unroll.debug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import unroll.core.cell.Cell;
import unroll.core.cell.Gru;
import unroll.core.cell.Lstm;
import unroll.core.cell.Rnn;
import unroll.core.model.Schedule;
import unroll.core.op.Activation;
import unroll.debug.Vocabulary.Mention;
import unroll.plot.ExampleTraces;
import unroll.plot.tex.Formula;
import unroll.plot.tex.Symbol;

class VocabularyTest {
    private static Vocabulary of(Cell cell, int layers) {
        return new Vocabulary(ExampleTraces.network(cell, 2, 3, layers));
    }

    private static List<Set<String>> ids(Vocabulary vocabulary, String tex) {
        return vocabulary.mentions(tex).stream()
                .map(mention -> (Set<String>) new TreeSet<>(mention.ids()))
                .toList();
    }

    @Test
    void findsVectorsAndTheirGradients() {
        Vocabulary rnn = of(new Rnn(Activation.TANH), 1);
        assertEquals(List.of(Set.of("a"), Set.of("x"), Set.of("h")), ids(rnn, "a_t = W x_t + U h_{t-1} + b_x + b_h"));
        assertEquals(List.of(Set.of("a"), Set.of("h")), ids(rnn, "a_t = \\tanh(h_t)"));
        assertEquals(
                List.of(Set.of("da"), Set.of("dh"), Set.of("h")),
                ids(rnn, "\\delta a_t = \\delta h_t \\odot (1-h_t^2)"));
        assertEquals(List.of(Set.of("dy"), Set.of("y")), ids(rnn, "\\delta y_t = \\tfrac{2w}{BO}(y_t - y^*_t)"));
    }

    @Test
    void aGateIsAPartOfItsVector() {
        assertEquals(List.of(Set.of("f"), Set.of("a.f")), ids(of(new Lstm(), 1), "f_t = \\sigma(a^f_t)"));
        assertEquals(List.of(Set.of("a.f", "a.g", "a.i", "a.o")), ids(of(new Lstm(), 1), "a_t"));
        assertEquals(List.of(Set.of("n"), Set.of("a.n")), ids(of(new Gru(), 1), "n_t = \\tanh(a^n_t)"));
    }

    @Test
    void aLetterMeansTheVectorOfEveryLayer() {
        assertEquals(List.of(Set.of("dh", "dh@2")), ids(of(new Rnn(Activation.TANH), 2), "\\delta h_t"));
    }

    @Test
    void aMentionCoversItsDelta() {
        Mention mention =
                of(new Rnn(Activation.TANH), 1).mentions("U^\\top \\delta a_t").get(0);
        assertEquals(7, mention.start());
        assertTrue(mention.covers(7));
        assertFalse(mention.covers(6));
        assertTrue(mention.isOneOf(Set.of("da", "h")));
        assertFalse(mention.isOneOf(Set.of("a")));
    }

    @Test
    void everyMentionIsASymbolOfTheTypesetLine() {
        for (Cell cell : List.of(new Rnn(Activation.RELU), new Lstm(), new Gru())) {
            Vocabulary vocabulary = of(cell, 1);
            Schedule schedule = Schedule.of(ExampleTraces.network(cell, 2, 3, 1));
            for (Listing.Entry line : Listing.of(schedule).entries()) {
                List<Symbol> symbols =
                        Formula.parse(line.line().tex()).layout(10).symbols();
                for (Mention mention : vocabulary.mentions(line.line().tex())) {
                    assertTrue(symbols.stream().anyMatch(symbol -> mention.covers(symbol.start())), line::toString);
                }
            }
        }
    }
}
