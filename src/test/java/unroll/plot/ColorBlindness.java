package unroll.plot;

/** What a colour looks like to eyes without one kind of cones (Machado, Oliveira and Fernandes 2009, severity 1). */
final class ColorBlindness {
    private ColorBlindness() {}

    /** Without the cones for green, the commonest kind; opaque sRGB in and out. */
    static int deuteranopia(int argb) {
        double red = linear(argb >> 16 & 0xff);
        double green = linear(argb >> 8 & 0xff);
        double blue = linear(argb & 0xff);
        return 0xff000000
                | channel(0.367322 * red + 0.860646 * green - 0.227968 * blue) << 16
                | channel(0.280085 * red + 0.672501 * green + 0.047413 * blue) << 8
                | channel(-0.011820 * red + 0.042940 * green + 0.968881 * blue);
    }

    private static double linear(int channel) {
        return Math.pow(channel / 255.0, 2.2);
    }

    private static int channel(double linear) {
        return (int) Math.round(255 * Math.pow(Math.max(0, Math.min(1, linear)), 1 / 2.2));
    }
}
