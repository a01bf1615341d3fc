package unroll.ui.export;

import java.io.File;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import unroll.ui.state.Messages;

/** Asks where an export goes. */
record SaveDialog(Messages messages) {

    /** Empty if nothing was chosen. */
    Optional<Path> ask(String figure, Output output, Window owner) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(messages.text("export.chooserTitle"));
        chooser.setInitialFileName(figure + output.ending());
        if (output != Output.FRAMES) {
            chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(output.name(), "*" + output.ending()));
        }
        File chosen = chooser.showSaveDialog(owner);
        return Optional.ofNullable(chosen).map(file -> withEnding(file.toPath(), output.ending()));
    }

    private static Path withEnding(Path file, String ending) {
        String name = file.getFileName().toString();
        boolean hasIt = name.toLowerCase(Locale.ROOT).endsWith(ending);
        return hasIt ? file : file.resolveSibling(name + ending);
    }
}
