package unroll.ui.panels;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TensorNameTest {
    @ParameterizedTest
    @CsvSource({
        "weight_ih_l0, $W$",
        "weight_hh_l1, $U$ 2",
        "bias_hh_l0, $b_h$",
        "weight_hh_l0_reverse, $U$ ←",
        "bias_ih_l2_reverse, $b_x$ 3 ←",
        "out.weight, $V$",
        "out.bias, $b_y$",
        "i2h.weight, i2h.weight"
    })
    void aTensorHasTheLetterOfTheListing(String tensor, String caption) {
        assertEquals(caption, TensorName.caption(tensor));
    }
}
