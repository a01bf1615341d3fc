package unroll.plot.export;

import java.util.function.IntFunction;
import unroll.plot.Painter;

/**
 * Pictures that follow each other, such as the steps of the debugger. They are made one by one, when they are written.
 *
 * @param frames how many, at least one
 * @param picture the n-th of them, from 0
 * @param caption what is added to the caption of the n-th, such as where the debugger stands; may be empty
 * @param millis how long each is shown
 */
public record Film(int frames, IntFunction<Painter> picture, IntFunction<String> caption, int millis) {
    /** What a slide show or a browser still takes. */
    public static final int MOST_FRAMES = 3000;

    /** GIF counts hundredths of a second, and many programs take one such for ten. */
    public static final int LEAST_MILLIS = 20;

    public static final int MOST_MILLIS = 60_000;

    /** The last picture stays so much longer before all begins again. */
    private static final int LAST_STAYS = 3;

    public Film {
        if (frames < 1 || frames > MOST_FRAMES) {
            throw new IllegalArgumentException("a film has 1 to " + MOST_FRAMES + " frames, not " + frames);
        }
        if (millis < LEAST_MILLIS || millis > MOST_MILLIS) {
            throw new IllegalArgumentException(
                    "a frame is shown for " + LEAST_MILLIS + " to " + MOST_MILLIS + " ms, not " + millis);
        }
    }

    /** How long a picture is shown, in hundredths of a second. */
    int hundredths(int frame) {
        int hundredths = (int) Math.round(millis / 10.0);
        return frame == frames - 1 && frames > 1 ? LAST_STAYS * hundredths : hundredths;
    }

    /** The settings of a picture: where captions are wanted, with its own behind what is the same in all. */
    public Exporter settings(Exporter ofAll, int frame) {
        String common = ofAll.lettering().caption();
        String own = caption.apply(frame);
        return common.isBlank() || own.isEmpty()
                ? ofAll
                : ofAll.with(ofAll.lettering().withCaption(common + " \u00b7 " + own));
    }
}
