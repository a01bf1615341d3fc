package unroll.plot.axis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SideLabelsTest {

    @Test
    void labelsWithRoomStayWhereTheyBelong() {
        assertArrayEquals(new double[] {70, 20}, SideLabels.place(new double[] {70, 20}, 10, 0, 100));
    }

    @Test
    void neighboursShareTheMove() {
        assertArrayEquals(new double[] {45, 55}, SideLabels.place(new double[] {50, 50}, 10, 0, 100), 1e-9);
    }

    @Property
    void labelsKeepApartAndInside(@ForAll @Size(max = 10) List<@DoubleRange(min = -50, max = 150) Double> wanted) {
        double[] placed = SideLabels.place(
                wanted.stream().mapToDouble(Double::doubleValue).toArray(), 10, 0, 100);
        double[] sorted = placed.clone();
        Arrays.sort(sorted);
        for (int i = 0; i < sorted.length; i++) {
            assertTrue(sorted[i] >= 5 - 1e-9 && sorted[i] <= 95 + 1e-9);
            assertTrue(i == 0 || sorted[i] - sorted[i - 1] >= 10 - 1e-9);
        }
    }
}
