package unroll.plot;

/** Colours from one end to the other, mixed in Oklab once and then looked up. */
final class Ramp {
    private static final int STEPS = 512;

    /** Viridis (van der Walt and Smith 2015, CC0): even in lightness, safe for colour-blind eyes. */
    static final Ramp VIRIDIS = new Ramp(
            0x440154, 0x482878, 0x3e4989, 0x31688e, 0x26828e, 0x1f9e89, 0x35b779, 0x6ece58, 0xb5de2b, 0xfde725);

    private final int[] colors = new int[STEPS + 1];

    /** Stops at equal distances, RGB. */
    Ramp(int... stops) {
        for (int i = 0; i <= STEPS; i++) {
            double at = (double) i / STEPS * (stops.length - 1);
            int below = Math.min((int) at, stops.length - 2);
            colors[i] = Oklab.of(stops[below])
                    .mix(Oklab.of(stops[below + 1]), at - below)
                    .argb();
        }
    }

    /** The colour at 0…1, clamped; opaque ARGB. */
    int argb(double position) {
        return colors[(int) Math.round(Math.max(0, Math.min(1, position)) * STEPS)];
    }
}
