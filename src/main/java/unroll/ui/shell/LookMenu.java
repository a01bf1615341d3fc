package unroll.ui.shell;

import java.util.List;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import unroll.ui.state.Appearance;
import unroll.ui.state.Language;
import unroll.ui.state.Messages;
import unroll.ui.state.TextSize;

/** The menu of everything that changes how the window looks. */
final class LookMenu {
    private final Appearance appearance;
    private final Messages messages;

    LookMenu(Appearance appearance, Messages messages) {
        this.appearance = appearance;
        this.messages = messages;
    }

    void fill(List<MenuItem> items) {
        CheckMenuItem dark = new CheckMenuItem(messages.text("shell.dark"));
        dark.selectedProperty().bindBidirectional(appearance.dark());
        CheckMenuItem reduced = new CheckMenuItem(messages.text("shell.reducedMotion"));
        reduced.selectedProperty().bindBidirectional(appearance.reducedMotion());
        items.add(dark);
        items.add(reduced);
        items.add(new SeparatorMenuItem());
        ToggleGroup sizes = new ToggleGroup();
        for (TextSize size : TextSize.offered()) {
            RadioMenuItem item = new RadioMenuItem(messages.text("shell.textSize", size.percent()));
            item.setToggleGroup(sizes);
            item.setOnAction(event -> appearance.textSize().set(size));
            appearance.textSize().subscribe(chosen -> item.setSelected(chosen == size));
            items.add(item);
        }
        items.add(new SeparatorMenuItem());
        ToggleGroup languages = new ToggleGroup();
        for (Language language : Language.values()) {
            RadioMenuItem item = new RadioMenuItem(language.ownName());
            item.setToggleGroup(languages);
            item.setOnAction(event -> appearance.language().set(language));
            appearance.language().subscribe(spoken -> item.setSelected(spoken == language));
            items.add(item);
        }
    }
}
