package unroll.ui.start;

import java.util.Locale;
import javafx.css.PseudoClass;

/** Where a lesson stands on its learner's way. */
enum PathState {
    DONE,
    NEXT,
    LATER;

    PseudoClass pseudoClass() {
        return PseudoClass.getPseudoClass(name().toLowerCase(Locale.ROOT));
    }
}
