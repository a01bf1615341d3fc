package unroll.check;

import unroll.io.ReadProblem;

/** Something whose numbers can be held against others. */
public sealed interface NumberCheck permits ReferenceCase, SlopeCheck {
    String name();

    /** Computes everything anew and compares; the largest deviation, measured by what is allowed. */
    Deviation run() throws ReadProblem;
}
