package unroll.plot.sheet;

import unroll.plot.Face;
import unroll.plot.Role;

/** How text of a sheet is set. */
public enum Type {
    /** What all the rest is about. */
    NAME(Face.REGULAR, 13, Role.MUTED),
    /** What is said. */
    TEXT(Face.REGULAR, 13, Role.FOREGROUND),
    /** What explains the rest. */
    NOTE(Face.REGULAR, 12, Role.MUTED),
    /** What leads somewhere. */
    LINK(Face.REGULAR, 12, Role.ACCENT),
    /** The number that comes out. */
    RESULT(Face.BOLD, 15, Role.FOREGROUND),
    /** What wants to be noticed: a sum that is not whole. */
    PENDING(Face.MEDIUM, 12, Role.BACKWARD);

    private final Face face;
    private final double size;
    private final Role role;

    Type(Face face, double size, Role role) {
        this.face = face;
        this.size = size;
        this.role = role;
    }

    Face face() {
        return face;
    }

    /** px. */
    double size() {
        return size;
    }

    Role role() {
        return role;
    }

    /** The distance of two baselines, px. */
    double leading() {
        return Math.round(size * 1.45);
    }
}
