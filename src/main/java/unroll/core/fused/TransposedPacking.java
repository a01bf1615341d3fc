package unroll.core.fused;

/** The factor is the transpose of the matrix, whose rows are copied to columns, eight neighbours at a time. */
@SuppressWarnings("ArrayRecordComponent")
record TransposedPacking(double[] weights, MatrixUse use, PackedRoom room) implements Packing {
    private static final int BESIDE = 8;

    @Override
    public void copy(int part, int parts) {
        int panels = room.panels();
        for (int panel = panels * part / parts; panel < panels * (part + 1) / parts; panel++) {
            copy(panel);
        }
    }

    private void copy(int panel) {
        Padding columns = use.target();
        for (int block = 0; block < columns.blocks(); block++) {
            int begin = Math.max(block * columns.blockWidth(), panel * room.width());
            int end = Math.min(block * columns.blockWidth() + columns.units(), (panel + 1) * room.width());
            if (begin < end) {
                int from = begin - block * (columns.blockWidth() - columns.units());
                copy(panel, from, begin - panel * room.width(), end - begin);
            }
        }
    }

    /** @param from the first of some rows of the matrix that follow one another */
    private void copy(int panel, int from, int column, int count) {
        Padding rows = use.source();
        for (int block = 0; block < rows.blocks(); block++) {
            int line = panel * room.panelLines() + block * rows.blockWidth();
            int at = use.index(from, block * rows.units());
            if (room.isApart()) {
                copyToLines(at, count, line, column);
            } else {
                copyToColumns(at, count, line, column);
            }
        }
    }

    /** Where lines follow one another: eight rows of the matrix, each read in its order. */
    private void copyToColumns(int from, int count, int line, int column) {
        int stride = use.stride();
        int to = line * room.lineStep() + column;
        int done = 0;
        for (; done + BESIDE <= count; done += BESIDE) {
            copyEightRows(from + done * stride, to + done);
        }
        for (; done < count; done++) {
            copyRow(from + done * stride, to + done);
        }
    }

    private void copyEightRows(int from, int to) {
        double[] w = weights;
        double[] packed = room.lines()[0];
        int length = use.source().units();
        int step = room.lineStep();
        int from1 = from + use.stride();
        int from2 = from1 + use.stride();
        int from3 = from2 + use.stride();
        int from4 = from3 + use.stride();
        int from5 = from4 + use.stride();
        int from6 = from5 + use.stride();
        int from7 = from6 + use.stride();
        int at = to;
        for (int k = 0; k < length; k++) {
            packed[at] = w[from + k];
            packed[at + 1] = w[from1 + k];
            packed[at + 2] = w[from2 + k];
            packed[at + 3] = w[from3 + k];
            packed[at + 4] = w[from4 + k];
            packed[at + 5] = w[from5 + k];
            packed[at + 6] = w[from6 + k];
            packed[at + 7] = w[from7 + k];
            at += step;
        }
    }

    private void copyRow(int from, int to) {
        double[] packed = room.lines()[0];
        for (int k = 0; k < use.source().units(); k++) {
            packed[to + k * room.lineStep()] = weights[from + k];
        }
    }

    /** Where each line is an array of its own: eight lines, each written in its order. */
    private void copyToLines(int from, int count, int line, int column) {
        int length = use.source().units();
        int done = 0;
        for (; done + BESIDE <= length; done += BESIDE) {
            copyToEightLines(from + done, count, line + done, column);
        }
        for (; done < length; done++) {
            double[] to = room.lines()[line + done];
            for (int j = 0; j < count; j++) {
                to[column + j] = weights[from + done + j * use.stride()];
            }
        }
    }

    private void copyToEightLines(int from, int count, int line, int column) {
        double[] w = weights;
        double[] line0 = room.lines()[line];
        double[] line1 = room.lines()[line + 1];
        double[] line2 = room.lines()[line + 2];
        double[] line3 = room.lines()[line + 3];
        double[] line4 = room.lines()[line + 4];
        double[] line5 = room.lines()[line + 5];
        double[] line6 = room.lines()[line + 6];
        double[] line7 = room.lines()[line + 7];
        int stride = use.stride();
        int at = from;
        for (int j = column; j < column + count; j++) {
            line0[j] = w[at];
            line1[j] = w[at + 1];
            line2[j] = w[at + 2];
            line3[j] = w[at + 3];
            line4[j] = w[at + 4];
            line5[j] = w[at + 5];
            line6[j] = w[at + 6];
            line7[j] = w[at + 7];
            at += stride;
        }
    }
}
