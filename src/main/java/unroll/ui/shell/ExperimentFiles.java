package unroll.ui.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import unroll.core.model.Parameters;
import unroll.experiment.Experiment;
import unroll.experiment.Probe;
import unroll.experiment.Setup;
import unroll.io.BuiltIn;
import unroll.io.CaseFile;
import unroll.io.ExperimentFile;
import unroll.io.ReadProblem;
import unroll.io.SafeFile;
import unroll.io.WriteProblem;
import unroll.ui.state.Messages;
import unroll.ui.state.Notice;
import unroll.ui.state.Workbench;

/** Opens experiments from files and saves them. What goes wrong is told in place, and nothing is changed then. */
public final class ExperimentFiles {
    private static final String ENDING = ".json";

    private final Workbench workbench;
    private final Messages messages;
    private Path folder;

    public ExperimentFiles(Workbench workbench, Messages messages) {
        this.workbench = workbench;
        this.messages = messages;
    }

    /** The names of the experiments that the program brings along. */
    List<String> builtIn() {
        return BuiltIn.experiments();
    }

    /** Opens one of the program's own. */
    public void openBuiltIn(String name) {
        try {
            Experiment read = ExperimentFile.builtIn(name).experiment();
            workbench.lesson().set(null);
            workbench.open(read);
        } catch (ReadProblem problem) {
            workbench.notice().set(Notice.error(messages.reason(problem)));
        }
    }

    /** Opens a user's own. */
    public void open(Path file) {
        try {
            ExperimentFile read = ExperimentFile.read(file);
            Experiment experiment = read.experiment();
            Probe probe = read.probe();
            workbench.lesson().set(null);
            workbench.open(experiment, Optional.empty(), probe);
            folder = file.toAbsolutePath().getParent();
        } catch (ReadProblem problem) {
            workbench.notice().set(Notice.error(messages.reason(problem)));
        }
    }

    /** Asks for a file and opens it. */
    void open(Window window) {
        File chosen = chooser("shell.openTitle").showOpenDialog(window);
        if (chosen != null) {
            open(chosen.toPath());
        }
    }

    /** Asks for a file and saves to it; the dialog asks before one is replaced. */
    void save(Window window) {
        if (workbench.experiment().get() == null) {
            return;
        }
        FileChooser chooser = chooser("shell.saveTitle");
        chooser.setInitialFileName(workbench.experiment().get().name() + ENDING);
        File chosen = chooser.showSaveDialog(window);
        if (chosen != null) {
            save(chosen.toPath());
        }
    }

    /** Saves the experiment as it is now. */
    public void save(Path file) {
        String name = file.getFileName().toString();
        boolean hasEnding = name.toLowerCase(Locale.ROOT).endsWith(ENDING);
        Path target = hasEnding ? file : file.resolveSibling(name + ENDING);
        try {
            String text = ExperimentFile.of(workbench.experiment().get())
                    .looking(workbench.probing().probe().get())
                    .text();
            SafeFile.write(target, SafeFile.Existing.REPLACE, text);
            folder = target.toAbsolutePath().getParent();
            workbench.notice().set(Notice.info(messages.text("shell.saved", target)));
        } catch (WriteProblem problem) {
            workbench.notice().set(Notice.error(messages.reason(problem)));
        }
    }

    /** Asks for a file and writes what is traced to it as a case, with the weights that are shown. */
    void saveCase(Window window) {
        if (workbench.trace().get() == null) {
            return;
        }
        FileChooser chooser = chooser("shell.saveCaseTitle");
        chooser.setInitialFileName(workbench.experiment().get().name() + ".case" + ENDING);
        File chosen = chooser.showSaveDialog(window);
        if (chosen != null) {
            saveCase(chosen.toPath());
        }
    }

    /** Writes what is traced as a case, which the command line computes with the same numbers. */
    public void saveCase(Path file) {
        try {
            Setup setup = workbench.setup().get();
            Probe probe = workbench.probing().probe().get();
            Parameters shown = workbench.trace().get().parameters();
            SafeFile.write(
                    file,
                    SafeFile.Existing.REPLACE,
                    CaseFile.of(setup, probe, shown).given() + "\n");
            folder = file.toAbsolutePath().getParent();
            workbench.notice().set(Notice.info(messages.text("shell.saved", file)));
        } catch (ReadProblem | WriteProblem problem) {
            workbench.notice().set(Notice.error(messages.reason(problem)));
        }
    }

    private FileChooser chooser(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(messages.text(title));
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(messages.text("shell.experimentFiles"), "*" + ENDING));
        if (folder != null && folder.toFile().isDirectory()) {
            chooser.setInitialDirectory(folder.toFile());
        }
        return chooser;
    }
}
