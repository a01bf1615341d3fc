package unroll.plot.stage;

import unroll.plot.Box;

/**
 * How a cell arranges its units: in columns from top to bottom, in the order of the lanes.
 *
 * @param rows of the shown units
 * @param columns of the shown units
 * @param units of the vector
 */
record CellGrid(int rows, int columns, int units) {
    /** Units are no smaller than this while there is room beside, px. */
    private static final double LEAST_SIDE = 3.2;

    /** One column where it fits, else as few as leave units a readable height. */
    static CellGrid of(int units, double width, double height) {
        int most = Math.max(1, (int) (height / LEAST_SIDE));
        int mostColumns = Math.max(1, (int) (width / LEAST_SIDE));
        int columns = Math.min(mostColumns, (units + most - 1) / most);
        int rows = (units + columns - 1) / columns;
        return new CellGrid(Math.min(rows, Math.max(1, (int) height)), columns, units);
    }

    /** The arrangement of a cell on the stage; one edge to edge with its neighbours has one column. */
    static CellGrid in(StageLayout layout, int units, Box cell) {
        return layout.detail() == StageDetail.STRIPS
                ? new CellGrid(Math.min(units, Math.max(1, (int) cell.height())), 1, units)
                : of(units, cell.width(), cell.height());
    }

    /** How many units are drawn: all, or evenly chosen ones. */
    int shown() {
        return Math.min(units, rows * columns);
    }

    /** The unit at the i-th place. */
    int unit(int place) {
        return shown() == units ? place : (int) ((place + 0.5) * units / shown());
    }

    /** The place at a point within the cell. */
    int placeAt(Box cell, double x, double y) {
        int column = Math.min(columns - 1, (int) ((x - cell.x()) / cell.width() * columns));
        int row = Math.min(rows - 1, (int) ((y - cell.y()) / cell.height() * rows));
        return Math.min(shown() - 1, column * rows + row);
    }

    /** Where a place lies within the cell. */
    Box box(Box cell, int place) {
        double width = cell.width() / columns;
        double height = cell.height() / rows;
        return new Box(cell.x() + Math.floorDiv(place, rows) * width, cell.y() + place % rows * height, width, height);
    }

    /** The place that shows a unit, or the nearest to it. */
    int place(int unit) {
        return shown() == units ? unit : Math.min(shown() - 1, unit * shown() / units);
    }
}
