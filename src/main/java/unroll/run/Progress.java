package unroll.run;

/**
 * How far a training has come.
 *
 * @param iteration how many iterations are done
 * @param iterations how many there are to be
 * @param epoch how many times all sequences have been seen
 * @param seconds spent training and measuring, pauses left out
 */
public record Progress(long iteration, long iterations, long epoch, double seconds) {
    /** The seconds that the rest takes at the speed so far; NaN before the first iteration. */
    public double secondsLeft() {
        return iteration == 0 ? Double.NaN : seconds / iteration * (iterations - iteration);
    }
}
