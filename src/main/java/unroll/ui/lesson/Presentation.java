package unroll.ui.lesson;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import unroll.lesson.Prediction;
import unroll.ui.lesson.LessonSession.Page;

/**
 * A lesson in front of a class. Steps follow each other whatever was done in them; a question is asked anew each time its
 * step is entered, collects hands, and is answered before the next step.
 */
public final class Presentation {
    private final LessonSession session;
    private final ReadOnlyObjectWrapper<ShowOfHands> hands = new ReadOnlyObjectWrapper<>(this, "hands");

    public Presentation(LessonSession session) {
        this.session = session;
        session.page().subscribe(this::enter);
    }

    /** The hands for the step's question; null where there is none. */
    public ReadOnlyObjectProperty<ShowOfHands> hands() {
        return hands.getReadOnlyProperty();
    }

    /** Whether a lesson is open. */
    public boolean isOpen() {
        return session.page().get() != null;
    }

    /** Whether hands are counted now. */
    public boolean isAsking() {
        return hands.get() != null && !hands.get().revealed();
    }

    private void enter(Page before, Page now) {
        if (now == null) {
            hands.set(null);
        } else if (before == null || !before.isSameStepAs(now)) {
            hands.set(now.step()
                    .prediction()
                    .map(prediction -> ShowOfHands.of(prediction.choices().size()))
                    .orElse(null));
        }
    }

    /** The answer to an open question, or else the next step. */
    public void forward() {
        if (isAsking()) {
            reveal();
        } else {
            session.skip();
        }
    }

    /** The step before. */
    public void back() {
        session.back();
    }

    private void reveal() {
        hands.set(hands.get().asRevealed());
        if (!session.answered().get()) {
            session.page().get().step().prediction().orElseThrow().choices().stream()
                    .filter(Prediction.Choice::right)
                    .forEach(session::answer);
        }
    }

    /** Counts a hand for an answer, from 1. */
    public void raise(int answer) {
        hands.set(hands.get().with(answer - 1));
    }

    /** Takes the last hand back. */
    public void takeBack() {
        hands.set(hands.get().withoutLast());
    }
}
