package unroll.ui.shell;

import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import unroll.ui.state.Notice;
import unroll.ui.state.Severity;
import unroll.ui.state.Workbench;

/** The bar below the header that says what went wrong, or differently, until it is dismissed. */
public final class NoticeController {
    private static final PseudoClass WARNING = PseudoClass.getPseudoClass("warning");
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

    private final Workbench workbench;

    @FXML
    private HBox bar;

    @FXML
    private FontIcon icon;

    @FXML
    private Label text;

    @FXML
    private HBox links;

    public NoticeController(Workbench workbench) {
        this.workbench = workbench;
    }

    @FXML
    private void initialize() {
        workbench.notice().subscribe(this::show);
    }

    private void show(Notice notice) {
        bar.setVisible(notice != null);
        bar.setManaged(notice != null);
        if (notice != null) {
            boolean info = notice.severity() == Severity.INFO;
            text.setText(notice.text());
            links.getChildren()
                    .setAll(notice.links().stream().map(NoticeController::link).toList());
            icon.setIconLiteral(info ? "fth-info" : "fth-alert-triangle");
            bar.pseudoClassStateChanged(WARNING, notice.severity() == Severity.WARNING);
            bar.pseudoClassStateChanged(ERROR, notice.severity() == Severity.ERROR);
        }
    }

    private static Hyperlink link(Notice.Link link) {
        Hyperlink node = new Hyperlink(link.text());
        node.setMinWidth(Region.USE_PREF_SIZE);
        node.setOnAction(event -> link.action().run());
        return node;
    }

    @FXML
    private void dismiss() {
        workbench.notice().set(null);
    }
}
