package unroll.lesson;

import java.util.List;

/** A text as its parts: blocks from top to bottom, each of spans from left to right. */
public record Prose(List<Block> blocks) {
    public Prose {
        blocks = List.copyOf(blocks);
    }

    /** Reads markdown with TeX between dollar signs and live values between double braces. */
    static Prose of(String markdown) {
        return ProseReader.read(markdown);
    }

    /** What stands by itself. */
    public sealed interface Block {}

    /** A line above others. */
    public record Heading(List<Span> spans) implements Block {
        public Heading {
            spans = List.copyOf(spans);
        }
    }

    public record Paragraph(List<Span> spans) implements Block {
        public Paragraph {
            spans = List.copyOf(spans);
        }
    }

    /**
     * A list.
     *
     * @param numbered whether its items are counted, from 1
     */
    public record Items(boolean numbered, List<Prose> items) implements Block {
        public Items {
            items = List.copyOf(items);
        }
    }

    /** A piece of a program. */
    public record Code(List<String> lines) implements Block {
        public Code {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A picture of the running network.
     *
     * @param caption says what to see; may be empty
     */
    public record Live(Picture picture, String caption) implements Block {}

    /** A piece of a line. */
    public sealed interface Span {}

    /** How words are brought out. */
    public enum Style {
        PLAIN,
        EMPHASIS,
        STRONG,
        CODE
    }

    public record Words(String text, Style style) implements Span {}

    /** A formula in TeX. */
    public record Tex(String source) implements Span {}

    /** A number of {@link Measurements}, by its name. */
    public record Measured(String name) implements Span {}

    /**
     * Words that open a card of the {@link Toolbox}.
     *
     * @param card its name
     */
    public record CardLink(String text, String card) implements Span {}
}
