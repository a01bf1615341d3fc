package unroll.ui.listing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import unroll.core.model.Phase;
import unroll.debug.Listing;
import unroll.debug.Naming;
import unroll.debug.Notation;
import unroll.debug.Vocabulary;
import unroll.ui.state.Messages;
import unroll.ui.state.Workbench;

/** One line of the listing: a gutter for its breakpoint, its number, and its formula, which opens into its rows. */
final class LineRow extends VBox {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final PseudoClass NEXT = PseudoClass.getPseudoClass("next");
    private static final PseudoClass CUT = PseudoClass.getPseudoClass("cut");
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private Listing.Entry line;
    private final Vocabulary vocabulary;
    private final Naming naming;
    private final Workbench workbench;
    private final Messages messages;
    private final HBox head = new HBox();
    private final Button gutter = new Button();
    private final Button opener = new Button();
    private final Label scissors = new Label("", new FontIcon("fth-scissors"));
    private final VBox rows = new VBox();
    private final List<LineFormula> formulas = new ArrayList<>();
    private final int formulaPlace;
    private BreakpointMark mark = BreakpointMark.NONE;

    LineRow(Listing.Entry line, Vocabulary vocabulary, Naming naming, Workbench workbench, Messages messages) {
        this.line = line;
        this.vocabulary = vocabulary;
        this.naming = naming;
        this.workbench = workbench;
        this.messages = messages;
        getStyleClass().addAll("line-row", line.phase().name().toLowerCase(Locale.ROOT) + "-line");
        FontIcon arrow = new FontIcon("fth-chevron-right");
        arrow.getStyleClass().add("next-arrow");
        fillGutter();
        head.getStyleClass().add("head");
        head.getChildren().addAll(gutter, arrow, number(String.valueOf(line.number())), formula(line.line()));
        formulaPlace = head.getChildren().size() - 1;
        if (!line.rows().isEmpty()) {
            fillOpener();
            head.getChildren().add(opener);
        }
        scissors.getStyleClass().add("scissors");
        head.getChildren().add(scissors);
        cut(Optional.empty());
        rows.getStyleClass().add("rows");
        showRows(false);
        getChildren().addAll(head, rows);
        tell();
    }

    private void tell() {
        head.setAccessibleText(
                messages.text("listing.line", line.number(), named(line.line()).plain()));
    }

    /** Shows the line as it reads in a layer of another direction. */
    void turn(Listing.Entry turned) {
        if (turned.equals(line)) {
            return;
        }
        line = turned;
        formulas.clear();
        head.getChildren().set(formulaPlace, formula(line.line()));
        rows.getChildren().clear();
        showRows(rows.isVisible());
        tell();
    }

    private void fillGutter() {
        Region dot = new Region();
        dot.getStyleClass().add("breakpoint-dot");
        gutter.setGraphic(dot);
        gutter.getStyleClass().setAll("gutter");
        gutter.setFocusTraversable(false);
        gutter.setAccessibleText(messages.text("listing.gutter", line.number()));
    }

    private void fillOpener() {
        opener.getStyleClass().setAll("opener");
        opener.setFocusTraversable(false);
        opener.setOnAction(event -> toggleRows());
    }

    private static Label number(String text) {
        Label number = new Label(text);
        number.getStyleClass().add("number");
        return number;
    }

    /** Sums break where they don't fit. */
    private Region formula(Notation notation) {
        List<Notation> summands = named(notation).summands();
        if (summands.size() == 1) {
            return summand(summands.get(0));
        }
        return new SumPane(summands.stream().map(this::summand).toList());
    }

    private Region summand(Notation notation) {
        LineFormula formula = new LineFormula(notation, vocabulary, workbench);
        formula.light(workbench.highlighted().get());
        formulas.add(formula);
        return formula.view();
    }

    private Notation named(Notation notation) {
        return line.phase() == Phase.UPDATE ? naming.ofUpdate(notation) : naming.of(notation);
    }

    Listing.Entry line() {
        return line;
    }

    /** Where a click sets or clears the breakpoint. */
    Button gutter() {
        return gutter;
    }

    /** All of the line but its rows. */
    HBox head() {
        return head;
    }

    boolean opens() {
        return !line.rows().isEmpty();
    }

    /** Shows the rows of the line, or hides them. */
    void toggleRows() {
        showRows(opens() && !rows.isVisible());
    }

    private void showRows(boolean open) {
        if (open && rows.getChildren().isEmpty()) {
            for (Listing.Row row : line.rows()) {
                HBox part = new HBox(number(row.label()), formula(row.line()));
                part.getStyleClass().add("row");
                rows.getChildren().add(part);
            }
        }
        rows.setVisible(open);
        rows.setManaged(open);
        opener.setGraphic(new FontIcon(open ? "fth-chevron-up" : "fth-chevron-down"));
        opener.setAccessibleText(messages.text(open ? "listing.close" : "listing.open"));
    }

    /** Marks the line as the one that has just run, or as the one that runs next. */
    void mark(boolean current, boolean next) {
        pseudoClassStateChanged(CURRENT, current);
        pseudoClassStateChanged(NEXT, next);
    }

    void mark(BreakpointMark breakpoint) {
        pseudoClassStateChanged(mark.pseudoClass(), false);
        mark = breakpoint;
        pseudoClassStateChanged(mark.pseudoClass(), true);
    }

    /** Marks the line as one that adds nothing where the debugger stands, and says why; empty takes the mark away. */
    void cut(Optional<String> reason) {
        pseudoClassStateChanged(CUT, reason.isPresent());
        scissors.setVisible(reason.isPresent());
        scissors.setManaged(reason.isPresent());
        scissors.setTooltip(reason.map(Tooltip::new).orElse(null));
        scissors.setAccessibleText(reason.orElse(null));
    }

    /** Marks the line as the one that keys act on. */
    void choose(boolean chosen) {
        pseudoClassStateChanged(CHOSEN, chosen);
    }

    /** Brings out the quantities with these ids in its formulas. */
    void light(Set<String> ids) {
        formulas.forEach(formula -> formula.light(ids));
    }
}
