package unroll.plot.spectrum;

import java.util.Optional;
import unroll.analysis.JacobianSpectrum;
import unroll.analysis.Outlook;
import unroll.analysis.Spectrum;
import unroll.core.trace.Trace;

/**
 * What the spectrum shows of one layer.
 *
 * @param matrix U's blocks
 * @param outlook what they alone tell; empty for gated cells
 * @param products of the Jacobians of one row
 */
public record SpectrumView(Spectrum matrix, Optional<Outlook> outlook, JacobianSpectrum products) {
    /** Measures one row of a trace. */
    public static SpectrumView of(Trace trace, int layer, int row) {
        return new SpectrumView(
                Spectrum.of(trace.parameters(), trace.network().cell().blocks(), layer),
                Outlook.of(trace, layer),
                JacobianSpectrum.of(trace, layer, row));
    }
}
