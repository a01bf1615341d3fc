package unroll.ui.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.Heading;
import org.commonmark.node.ListBlock;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.parser.Parser;
import unroll.plot.tex.Formula;
import unroll.ui.canvas.FormulaView;

/**
 * Markdown as nodes: headings, paragraphs, lists, emphasis and code, with TeX between dollar signs and live values
 * between double braces.
 */
final class Markdown {
    private static final Pattern SPECIAL = Pattern.compile("\\$([^$]+)\\$|\\{\\{([^}]+)\\}\\}");

    /** Stands in for a formula or a live value while commonmark reads the text, so that it leaves it alone. */
    private static final char FIRST_STAND_IN = '\uE000';

    private final List<Node> specials = new ArrayList<>();
    private final Function<String, Node> live;

    private Markdown(Function<String, Node> live) {
        this.live = live;
    }

    /**
     * The blocks of a text, from top to bottom.
     *
     * @param live makes the node for a live value from its expression
     */
    static List<Node> blocks(String text, Function<String, Node> live) {
        Markdown markdown = new Markdown(live);
        String safe = markdown.replaceSpecials(text);
        List<Node> blocks = new ArrayList<>();
        markdown.addBlocks(Parser.builder().build().parse(safe), blocks);
        return blocks;
    }

    private String replaceSpecials(String text) {
        Matcher special = SPECIAL.matcher(text);
        return special.replaceAll(match -> {
            specials.add(
                    match.group(1) != null
                            ? new FormulaView(Formula.parse(match.group(1)))
                            : live.apply(match.group(2)));
            return String.valueOf((char) (FIRST_STAND_IN + specials.size() - 1));
        });
    }

    private void addBlocks(org.commonmark.node.Node parent, List<Node> blocks) {
        for (org.commonmark.node.Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Heading) {
                blocks.add(flow(node, "heading"));
            } else if (node instanceof Paragraph) {
                blocks.add(flow(node, "paragraph"));
            } else if (node instanceof ListBlock list) {
                blocks.add(list(list));
            }
        }
    }

    private VBox list(ListBlock list) {
        VBox items = new VBox();
        items.getStyleClass().add("list");
        int number = list instanceof OrderedList ordered ? ordered.getMarkerStartNumber() : 1;
        for (org.commonmark.node.Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            Label mark = new Label(list instanceof BulletList ? "•" : number++ + ".");
            mark.getStyleClass().add("mark");
            List<Node> blocks = new ArrayList<>();
            addBlocks(item, blocks);
            VBox content = new VBox();
            content.getChildren().addAll(blocks);
            HBox.setHgrow(content, Priority.ALWAYS);
            items.getChildren().add(new HBox(mark, content));
        }
        return items;
    }

    private TextFlow flow(org.commonmark.node.Node block, String styleClass) {
        TextFlow flow = new TextFlow();
        flow.getStyleClass().add(styleClass);
        addInlines(block, flow, "");
        return flow;
    }

    private void addInlines(org.commonmark.node.Node parent, TextFlow flow, String style) {
        for (org.commonmark.node.Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof org.commonmark.node.Text text) {
                addText(text.getLiteral(), flow, style);
            } else if (node instanceof Code code) {
                addText(code.getLiteral(), flow, "code");
            } else if (node instanceof SoftLineBreak) {
                addText(" ", flow, style);
            } else if (node instanceof StrongEmphasis) {
                addInlines(node, flow, "strong");
            } else if (node instanceof Emphasis) {
                addInlines(node, flow, "emphasis");
            }
        }
    }

    private void addText(String literal, TextFlow flow, String style) {
        int from = 0;
        for (int i = 0; i <= literal.length(); i++) {
            boolean special = i < literal.length() && isStandIn(literal.charAt(i));
            if ((special || i == literal.length()) && i > from) {
                Text text = new Text(literal.substring(from, i));
                text.getStyleClass().add("prose");
                if (!style.isEmpty()) {
                    text.getStyleClass().add(style);
                }
                flow.getChildren().add(text);
            }
            if (special) {
                flow.getChildren().add(specials.get(literal.charAt(i) - FIRST_STAND_IN));
                from = i + 1;
            }
        }
    }

    private boolean isStandIn(char letter) {
        return letter >= FIRST_STAND_IN && letter < FIRST_STAND_IN + specials.size();
    }
}
