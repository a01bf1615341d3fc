package unroll.ui.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import unroll.lesson.Prose;
import unroll.lesson.Prose.Block;
import unroll.lesson.Prose.Span;
import unroll.plot.tex.Formula;
import unroll.ui.canvas.FormulaView;

/**
 * Prose as nodes.
 *
 * @param live makes the node of a live value from its name
 */
record ProseNodes(Function<String, Node> live) {
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

    private TextFlow flow(List<Span> spans, String styleClass) {
        TextFlow flow = new TextFlow();
        flow.getStyleClass().add(styleClass);
        for (Span span : spans) {
            if (span instanceof Prose.Words words) {
                Text text = new Text(words.text());
                text.getStyleClass().addAll("prose", words.style().name().toLowerCase(Locale.ROOT));
                flow.getChildren().add(text);
            } else if (span instanceof Prose.Tex tex) {
                flow.getChildren().add(new FormulaView(Formula.parse(tex.source())));
            } else if (span instanceof Prose.Live value) {
                flow.getChildren().add(live.apply(value.name()));
            }
        }
        return flow;
    }
}
