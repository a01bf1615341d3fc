package unroll.plot.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import unroll.plot.Box;

class CellGridTest {
    @Test
    void fewUnitsStandInOneColumnAsInTheLanes() {
        CellGrid grid = CellGrid.of(12, 20, 60);
        assertEquals(1, grid.columns());
        assertEquals(12, grid.shown());
    }

    @Test
    void manyUnitsFillColumnsFromTopToBottom() {
        CellGrid grid = CellGrid.of(64, 20, 60);
        assertTrue(grid.columns() > 1);
        assertEquals(64, grid.shown());
        Box cell = new Box(0, 0, 20, 60);
        assertEquals(grid.box(cell, 0).x(), grid.box(cell, 1).x());
        assertTrue(grid.box(cell, 1).y() > grid.box(cell, 0).y());
        assertTrue(grid.box(cell, grid.rows()).x() > grid.box(cell, 0).x());
    }

    @Test
    void moreUnitsThanRoomAreChosenEvenly() {
        CellGrid grid = CellGrid.of(128, 4, 20);
        assertTrue(grid.shown() < 128);
        for (int place = 1; place < grid.shown(); place++) {
            assertTrue(grid.unit(place) > grid.unit(place - 1));
        }
        assertTrue(grid.unit(grid.shown() - 1) < 128);
    }

    @Test
    void everyPlaceIsFoundWhereItLies() {
        Box cell = new Box(10, 20, 18, 50);
        for (int units : new int[] {1, 3, 17, 40, 200}) {
            CellGrid grid = CellGrid.of(units, cell.width(), cell.height());
            for (int place = 0; place < grid.shown(); place++) {
                Box box = grid.box(cell, place);
                assertEquals(place, grid.placeAt(cell, box.x() + box.width() / 2, box.y() + box.height() / 2));
                assertEquals(place, grid.place(grid.unit(place)));
            }
        }
    }
}
