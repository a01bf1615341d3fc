package unroll.core.fused;

/** The factor is the matrix itself: parts of its rows are copied as they are. */
@SuppressWarnings("ArrayRecordComponent")
record RowPacking(double[] weights, MatrixUse use, PackedRoom room) implements Packing {
    @Override
    public void copy(int part, int parts) {
        int rows = use.target().size();
        for (int panel = 0; panel < room.panels(); panel++) {
            copy(panel, rows * part / parts, rows * (part + 1) / parts);
        }
    }

    private void copy(int panel, int firstRow, int endRow) {
        Padding columns = use.source();
        for (int block = 0; block < columns.blocks(); block++) {
            int begin = Math.max(block * columns.blockWidth(), panel * room.width());
            int end = Math.min(block * columns.blockWidth() + columns.units(), (panel + 1) * room.width());
            int from = begin - block * (columns.blockWidth() - columns.units());
            for (int row = firstRow; begin < end && row < endRow; row++) {
                int line = panel * room.panelLines() + use.target().position(row);
                int to = line * room.lineStep() + begin - panel * room.width();
                System.arraycopy(weights, use.index(row, from), room.lines()[line], to, end - begin);
            }
        }
    }
}
