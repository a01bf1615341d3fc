package unroll.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import unroll.lesson.Prose.Block;
import unroll.lesson.Prose.Span;
import unroll.lesson.Prose.Style;

/** Reads markdown into {@link Prose}. */
final class ProseReader {
    private static final Pattern SPECIAL = Pattern.compile("\\$([^$]+)\\$|\\{\\{([^}]+)\\}\\}");

    /** Stands in for a formula or a live value while commonmark reads the text, so that it leaves it alone. */
    private static final char FIRST_STAND_IN = '\uE000';

    private final List<Span> specials = new ArrayList<>();

    private ProseReader() {}

    static Prose read(String markdown) {
        ProseReader reader = new ProseReader();
        String safe = reader.replaceSpecials(markdown);
        return reader.blocks(Parser.builder().build().parse(safe));
    }

    private String replaceSpecials(String text) {
        Matcher special = SPECIAL.matcher(text);
        return special.replaceAll(match -> {
            boolean isFormula = match.group(1) != null;
            specials.add(isFormula ? new Prose.Tex(match.group(1)) : new Prose.Measured(match.group(2)));
            return String.valueOf((char) (FIRST_STAND_IN + specials.size() - 1));
        });
    }

    private Prose blocks(Node parent) {
        List<Block> blocks = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof org.commonmark.node.Heading) {
                blocks.add(new Prose.Heading(spans(node)));
            } else if (node instanceof org.commonmark.node.Paragraph) {
                blocks.add(paragraph(node));
            } else if (node instanceof ListBlock list) {
                blocks.add(items(list));
            } else if (node instanceof FencedCodeBlock code) {
                blocks.add(new Prose.Code(code.getLiteral().lines().toList()));
            }
        }
        return new Prose(blocks);
    }

    /** A picture that stands alone in its paragraph is a block of its own. */
    private Block paragraph(Node node) {
        if (node.getFirstChild() instanceof Image image && image.getNext() == null) {
            Optional<Picture> picture = Picture.of(image.getDestination());
            if (picture.isPresent()) {
                return new Prose.Live(picture.get(), plain(image));
            }
        }
        return new Prose.Paragraph(spans(node));
    }

    private static String plain(Node parent) {
        StringBuilder text = new StringBuilder();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            text.append(node instanceof Text words ? words.getLiteral() : plain(node));
        }
        return text.toString();
    }

    private Prose.Items items(ListBlock list) {
        List<Prose> items = new ArrayList<>();
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            items.add(blocks(item));
        }
        return new Prose.Items(list instanceof OrderedList, items);
    }

    private List<Span> spans(Node block) {
        List<Span> spans = new ArrayList<>();
        addSpans(block, Style.PLAIN, spans);
        return spans;
    }

    private void addSpans(Node parent, Style style, List<Span> spans) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Text text) {
                addText(text.getLiteral(), style, spans);
            } else if (node instanceof Code code) {
                addText(code.getLiteral(), Style.CODE, spans);
            } else if (node instanceof SoftLineBreak) {
                addText(" ", style, spans);
            } else if (node instanceof StrongEmphasis) {
                addSpans(node, Style.STRONG, spans);
            } else if (node instanceof Emphasis) {
                addSpans(node, Style.EMPHASIS, spans);
            } else if (node instanceof Link link) {
                addLink(link, style, spans);
            }
        }
    }

    /** A link to anything but a card is its words: a lesson needs no network. */
    private void addLink(Link link, Style style, List<Span> spans) {
        if (link.getDestination().startsWith(Toolbox.SCHEME)) {
            spans.add(new Prose.CardLink(plain(link), link.getDestination().substring(Toolbox.SCHEME.length())));
        } else {
            addSpans(link, style, spans);
        }
    }

    private void addText(String literal, Style style, List<Span> spans) {
        int from = 0;
        for (int i = 0; i <= literal.length(); i++) {
            boolean special = i < literal.length() && isStandIn(literal.charAt(i));
            if ((special || i == literal.length()) && i > from) {
                spans.add(new Prose.Words(literal.substring(from, i), style));
            }
            if (special) {
                spans.add(specials.get(literal.charAt(i) - FIRST_STAND_IN));
                from = i + 1;
            }
        }
    }

    private boolean isStandIn(char letter) {
        return letter >= FIRST_STAND_IN && letter < FIRST_STAND_IN + specials.size();
    }
}
