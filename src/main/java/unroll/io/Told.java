package unroll.io;

/** A problem that can be told in each language of the program. */
public interface Told {
    Phrase phrase();
}
