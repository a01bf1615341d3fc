package unroll.ui.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;
import unroll.io.DataFiles;
import unroll.lesson.Prose;
import unroll.lesson.Prose.Span;
import unroll.run.Jobs;
import unroll.run.RunStore;
import unroll.run.TraceService;
import unroll.ui.state.Laboratory;
import unroll.ui.state.LiveTraining;
import unroll.ui.state.Messages;
import unroll.ui.state.Workbench;

/** Lines of prose as nodes: what a line may not begin with stands in one piece with what it follows. */
@ExtendWith(ApplicationExtension.class)
class ProseNodesTest {
    private static final long PATIENCE = 20_000;

    @TempDir
    Path folder;

    private final Messages messages = new Messages(Locale.ENGLISH);
    private final TraceService tracing = new TraceService(DataFiles.fromWorkingFolder());
    private final Jobs jobs = new Jobs();
    private Workbench workbench;

    @BeforeEach
    void open() {
        workbench = new Workbench(new Laboratory(messages, tracing, new LiveTraining(jobs, new RunStore(folder))));
    }

    @AfterEach
    void close() {
        workbench.close();
        tracing.close();
        jobs.close();
    }

    private List<Node> line(Span... spans) {
        Prose prose = new Prose(List.of(new Prose.Paragraph(List.of(spans))));
        return WaitForAsyncUtils.waitForAsyncFx(PATIENCE, () -> {
            ProseNodes nodes = new ProseNodes(
                    new LiveText(workbench, messages), (picture, caption) -> new Label(), card -> new Label());
            return List.copyOf(((TextFlow) nodes.of(prose).get(0)).getChildren());
        });
    }

    private static Span words(String text) {
        return new Prose.Words(text, Prose.Style.PLAIN);
    }

    private static String text(Node node) {
        return assertInstanceOf(Text.class, node).getText();
    }

    @Test
    void aCommaStaysWithItsFormula() {
        List<Node> line = line(words("From "), new Prose.Tex("a"), words(", as it is."));
        assertEquals(3, line.size());
        HBox piece = assertInstanceOf(HBox.class, line.get(1));
        assertEquals(",", text(piece.getChildren().get(1)));
        assertEquals(" as it is.", text(line.get(2)));
    }

    @Test
    void wordsBehindAFormulaAreATextOfTheirOwn() {
        List<Node> line = line(words("The "), new Prose.Tex("h"), words(" of all."));
        assertFalse(line.get(1) instanceof HBox);
        assertEquals(" of all.", text(line.get(2)));
    }

    /** An empty text between two formulas would be painted as a box. */
    @Test
    void nothingIsLeftWhereASignIsAllThatFollows() {
        List<Node> line = line(words("走到 "), new Prose.Tex("a"), words("，"), new Prose.Tex("b"), words("。"));
        assertEquals(3, line.size());
        assertInstanceOf(HBox.class, line.get(1));
        assertInstanceOf(HBox.class, line.get(2));
    }
}
