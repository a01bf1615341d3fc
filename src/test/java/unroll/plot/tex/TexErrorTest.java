package unroll.plot.tex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TexErrorTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a + {b          | 6  | expected \"}\" but found the end",
                "a } b           | 2  | expected the end of the formula but found \"}\"",
                "x_              | 2  | expected something for _ but found the end",
                "x^}             | 2  | expected something for ^ but found \"}\"",
                "_t              | 0  | expected something for _ to stand on",
                "x_a_b           | 3  | expected no second subscript",
                "x^a^b           | 3  | expected no second superscript",
                "a \\foo b       | 2  | unknown command \"\\foo\"",
                "\\frac{a}       | 8  | expected something for the denominator of \\frac",
                "\\left( x       | 8  | expected \"\\right\" for the \"\\left\" at character 1",
                "\\left x        | 6  | expected a bracket or \".\" after \\left",
                "\\text x        | 6  | expected \"{\" after \\text",
                "\\mathrm{a_b}   | 9  | \\mathrm takes plain text only",
                "\\text{abc      | 9  | expected \"}\" to end the text of \\text",
                "\\begin{foo}a   | 0  | unknown environment \"foo\"",
                "\\begin{matrix}a| 15 | expected \"\\end{matrix}\"",
                "x \\            | 2  | expected a command",
                "x # y           | 2  | a character that formulas can show",
            })
    void whatIsWrongAndWhereIsSaid(String tex, int position, String problem) {
        TexError error = assertThrows(TexError.class, () -> Formula.parse(tex));
        assertEquals(position, error.position(), error.getMessage());
        assertTrue(error.getMessage().contains(problem), error.getMessage());
        assertTrue(error.getMessage().contains(tex), error.getMessage());
    }
}
