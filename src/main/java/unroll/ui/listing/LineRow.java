package unroll.ui.listing;

import java.util.Locale;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import unroll.debug.Listing;
import unroll.plot.tex.Formula;
import unroll.ui.canvas.FormulaView;
import unroll.ui.state.Messages;
import unroll.ui.state.Workbench;

/** One line of the listing: a gutter for its breakpoint, its number, and its formula, which opens into its rows. */
final class LineRow extends VBox {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final PseudoClass NEXT = PseudoClass.getPseudoClass("next");
    private static final PseudoClass STOPS = PseudoClass.getPseudoClass("stops");

    private final Listing.Entry line;
    private final Workbench workbench;
    private final HBox head = new HBox();
    private final StackPane gutter = new StackPane();
    private final VBox rows = new VBox();

    LineRow(Listing.Entry line, Workbench workbench, Messages messages) {
        this.line = line;
        this.workbench = workbench;
        getStyleClass().addAll("line-row", line.phase().name().toLowerCase(Locale.ROOT) + "-line");
        Region dot = new Region();
        dot.getStyleClass().add("breakpoint-dot");
        gutter.getStyleClass().add("gutter");
        gutter.getChildren().add(dot);
        FontIcon arrow = new FontIcon("fth-chevron-right");
        arrow.getStyleClass().add("next-arrow");
        Label number = new Label(String.valueOf(line.number()));
        number.getStyleClass().add("number");
        head.getStyleClass().add("head");
        head.getChildren().addAll(gutter, arrow, number, formula(line.text().tex()));
        if (!line.rows().isEmpty()) {
            head.getChildren().add(opener(messages));
        }
        rows.getStyleClass().add("rows");
        showRows(false);
        getChildren().addAll(head, rows);
        head.setAccessibleText(
                messages.text("listing.line", line.number(), line.text().plain()));
    }

    Listing.Entry line() {
        return line;
    }

    StackPane gutter() {
        return gutter;
    }

    HBox head() {
        return head;
    }

    private FormulaView formula(String tex) {
        FormulaView view = new FormulaView(Formula.parse(tex));
        view.setOnHover(symbol -> workbench
                .highlighted()
                .set(
                        symbol == null
                                ? Set.of()
                                : QuantityIds.of(tex, symbol).map(Set::of).orElse(Set.of())));
        return view;
    }

    private Label opener(Messages messages) {
        FontIcon icon = new FontIcon("fth-chevron-down");
        Label opener = new Label("", icon);
        opener.getStyleClass().add("opener");
        opener.setAccessibleText(messages.text("listing.open"));
        opener.setOnMouseClicked(event -> {
            boolean open = !rows.isVisible();
            showRows(open);
            icon.setIconLiteral(open ? "fth-chevron-up" : "fth-chevron-down");
            event.consume();
        });
        return opener;
    }

    private void showRows(boolean open) {
        if (open && rows.getChildren().isEmpty()) {
            char letter = 'a';
            for (Listing.Text row : line.rows()) {
                Label number = new Label(line.number() + String.valueOf(letter++));
                number.getStyleClass().add("number");
                HBox part = new HBox(number, formula(row.tex()));
                part.getStyleClass().add("row");
                part.setAccessibleText(row.plain());
                rows.getChildren().add(part);
            }
        }
        rows.setVisible(open);
        rows.setManaged(open);
    }

    void mark(boolean current, boolean next, boolean stops) {
        pseudoClassStateChanged(CURRENT, current);
        pseudoClassStateChanged(NEXT, next);
        pseudoClassStateChanged(STOPS, stops);
    }
}
