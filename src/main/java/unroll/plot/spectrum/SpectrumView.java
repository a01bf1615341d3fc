package unroll.plot.spectrum;

import java.util.Optional;
import unroll.analysis.JacobianSpectrum;
import unroll.analysis.Outlook;
import unroll.analysis.Spectrum;
import unroll.core.model.Chain;
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
    public static SpectrumView of(Trace trace, Chain chain, int row) {
        return new SpectrumView(
                Spectrum.of(trace.network(), trace.parameters(), chain),
                Outlook.of(trace, chain),
                JacobianSpectrum.of(trace, chain, row));
    }
}
