package unroll.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinePiecesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "two words; two _words",
                "a $x + 1$ b; a _$x + 1$ _b",
                "梯度（T）消失。; 梯|度|（T）|消|失。",
                "第 3 步; 第 _3 _步",
                "到$h_t$为止; 到|$h_t$|为|止"
            })
    void linesEndAtBlanksAndBesideChineseCharacters(String text, String pieces) {
        String cut = LinePieces.of(text).stream()
                .map(piece -> (piece.afterBlank() ? " _" : "|") + piece.text())
                .collect(Collectors.joining());
        assertEquals("|" + pieces, cut);
    }
}
