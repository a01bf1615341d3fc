package unroll.ui.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import unroll.ui.SharedStage;

/** A line of a program is marked with the mouse or with the keyboard alone. */
@ExtendWith(ApplicationExtension.class)
class CodeListingTest {
    private static final int RIGHT = 3;

    private final List<Integer> asked = new ArrayList<>();
    private CodeListing listing;

    @Start
    private void start(Stage stage) {
        listing = CodeListing.asking(List.of("def f(x):", "    y = x_1", "    return y + 1"), line -> {
            asked.add(line);
            return line == RIGHT;
        });
        Pane pane = new Pane(listing);
        pane.getStyleClass().add("lesson");
        Scene scene = new Scene(pane);
        scene.getStylesheets().add("/styles/lesson.css");
        SharedStage.show(stage, scene, 400, 300);
    }

    private Node line(int number) {
        return listing.getChildren().get(number - 1);
    }

    private boolean is(int number, String state) {
        return line(number).getPseudoClassStates().contains(PseudoClass.getPseudoClass(state));
    }

    @Test
    void aLineIsMarkedWithAClickUntilTheRightOneIs(FxRobot robot) {
        robot.clickOn(line(1));
        assertTrue(is(1, "wrong"));
        robot.clickOn(line(RIGHT));
        assertTrue(is(RIGHT, "right"));
        assertFalse(is(1, "wrong"), "one line is marked at a time");
        robot.clickOn(line(2));
        assertEquals(List.of(1, RIGHT), asked, "it has been found");
    }

    @Test
    void theKeyboardGoesFromLineToLineAndMarks(FxRobot robot) {
        robot.interact(line(1)::requestFocus);
        robot.type(KeyCode.DOWN).type(KeyCode.SPACE);
        robot.type(KeyCode.DOWN).type(KeyCode.ENTER);
        assertEquals(List.of(2, RIGHT), asked);
        assertTrue(is(RIGHT, "right"));
    }

    @Test
    void aLockedListingIsReadButNotMarked(FxRobot robot) {
        robot.interact(() -> listing.lockedProperty().set(true));
        robot.clickOn(line(1));
        assertEquals(List.of(), asked);
        assertFalse(line(1).isDisabled(), "it stays as dark as other text");
    }

    @Test
    void aLineThatDoesNotFitIsBroken(FxRobot robot) {
        assertEquals(height(1), height(RIGHT), 1e-9);
        robot.interact(() -> {
            listing.resize(90, listing.prefHeight(90));
            listing.layout();
            assertTrue(height(RIGHT) > 1.6 * height(1), height(RIGHT) + " beside " + height(1));
        });
    }

    private double height(int number) {
        return ((Region) line(number)).getHeight();
    }

    @Test
    void allIsTold() {
        List<String> told =
                listing.getChildren().stream().map(Node::getAccessibleText).toList();
        assertEquals(List.of("1: def f(x):", "2:     y = x_1", "3:     return y + 1"), told);
    }
}
