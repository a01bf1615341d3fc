package unroll.ui.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import unroll.lesson.Picture;
import unroll.lesson.Prose;
import unroll.lesson.Prose.Block;
import unroll.lesson.Prose.Span;
import unroll.plot.tex.TexError;

/**
 * Prose as nodes.
 *
 * @param live makes what follows the network
 * @param pictures makes the node of a live picture from its name and caption
 * @param cards makes the node of a card of the toolbox from its name
 */
record ProseNodes(LiveText live, BiFunction<Picture, String, Node> pictures, Function<String, Node> cards) {
    private static final Pattern CLOSING = Pattern.compile("[.,;:!?)\\]。，、；：！？）”]+");

    /** The blocks of a text, from top to bottom. */
    List<Node> of(Prose prose) {
        List<Node> nodes = new ArrayList<>();
        for (Block block : prose.blocks()) {
            if (block instanceof Prose.Heading heading) {
                nodes.add(flow(heading.spans(), "heading"));
            } else if (block instanceof Prose.Paragraph paragraph) {
                nodes.add(flow(paragraph.spans(), "paragraph"));
            } else if (block instanceof Prose.Items items) {
                nodes.add(list(items));
            } else if (block instanceof Prose.Code code) {
                nodes.add(CodeListing.of(code.lines()));
            } else if (block instanceof Prose.Live picture) {
                nodes.add(pictures.apply(picture.picture(), picture.caption()));
            }
        }
        return nodes;
    }

    private VBox list(Prose.Items list) {
        VBox items = new VBox();
        items.getStyleClass().add("list");
        int number = 1;
        for (Prose item : list.items()) {
            Label mark = new Label(list.numbered() ? number++ + "." : "•");
            mark.getStyleClass().add("mark");
            VBox content = new VBox();
            content.getChildren().addAll(of(item));
            HBox.setHgrow(content, Priority.ALWAYS);
            items.getChildren().add(new HBox(mark, content));
        }
        return items;
    }

    /** A line of text; the cards that it links to open below it. */
    private Node flow(List<Span> spans, String styleClass) {
        TextFlow flow = new TextFlow();
        flow.getStyleClass().add(styleClass);
        VBox opened = new VBox();
        flow.getChildren().addAll(nodes(spans, opened));
        boolean links = spans.stream().anyMatch(Prose.CardLink.class::isInstance);
        return links ? new VBox(flow, opened) : flow;
    }

    /** A line never begins with the comma that belongs to a formula or a number: both stand in one piece. */
    private List<Node> nodes(List<Span> spans, VBox opened) {
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < spans.size(); i++) {
            Node node = node(spans.get(i), opened);
            if (i + 1 < spans.size() && spans.get(i + 1) instanceof Prose.Words after && !isWords(spans.get(i))) {
                int end = closing(after.text());
                if (end > 0) {
                    node = together(node, text(after, 0, end));
                }
                nodes.add(node);
                if (end < after.text().length()) {
                    nodes.add(text(after, end, after.text().length()));
                }
                i++;
            } else {
                nodes.add(node);
            }
        }
        return nodes;
    }

    private static boolean isWords(Span span) {
        return span instanceof Prose.Words;
    }

    /** How many signs at the beginning of a text belong to what stands before it. */
    private static int closing(String text) {
        Matcher matcher = CLOSING.matcher(text);
        return matcher.lookingAt() ? matcher.end() : 0;
    }

    private static Node together(Node node, Text sign) {
        // Measured from its top: a box takes the height above a text's origin for nothing.
        sign.setTextOrigin(VPos.TOP);
        HBox piece = new HBox(node, sign);
        piece.setAlignment(Pos.BASELINE_LEFT);
        return piece;
    }

    private static Text text(Prose.Words words, int from, int to) {
        Text text = new Text(words.text().substring(from, to));
        text.getStyleClass().addAll("prose", words.style().name().toLowerCase(Locale.ROOT));
        return text;
    }

    private Node node(Span span, VBox opened) {
        if (span instanceof Prose.Words words) {
            return text(words, 0, words.text().length());
        } else if (span instanceof Prose.Tex tex) {
            return formula(tex);
        } else if (span instanceof Prose.Measured value) {
            return live.number(value.name());
        }
        return link((Prose.CardLink) span, opened);
    }

    /** A formula that can't be read, as in a lesson that is being written, stands there as it was typed. */
    private Node formula(Prose.Tex tex) {
        try {
            return live.formula(tex.source()).view();
        } catch (TexError spoilt) {
            Label source = new Label("$" + tex.source() + "$  " + spoilt.getMessage());
            source.setWrapText(true);
            source.getStyleClass().add("spoilt");
            return source;
        }
    }

    private Node link(Prose.CardLink link, VBox opened) {
        Hyperlink words = new Hyperlink(link.text());
        words.getStyleClass().add("card-link");
        words.setOnAction(event -> {
            words.setVisited(false);
            if (!opened.getChildren().removeIf(node -> link.card().equals(node.getUserData()))) {
                Node card = cards.apply(link.card());
                card.setUserData(link.card());
                opened.getChildren().add(card);
            }
        });
        return words;
    }
}
