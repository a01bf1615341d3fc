package unroll.plot.export;

import java.io.IOException;
import java.io.OutputStream;
import unroll.plot.Painter;

/** Writes a painter's figure in one format. The stream stays open. */
interface FigureWriter {

    void write(Painter painter, Exporter settings, OutputStream out) throws IOException;
}
