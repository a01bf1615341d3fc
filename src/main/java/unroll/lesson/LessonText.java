package unroll.lesson;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import unroll.io.Phrase;
import unroll.io.ReadProblem;
import unroll.io.TextFile;

/**
 * The text of a lesson in one language, read from markdown:
 *
 * <pre>
 * # Title of the lesson
 * What it is about, in one sentence.
 * ## step-id | Title of the step
 * text
 * ### Predict
 * question
 * - [x] right answer :: reply
 * - [ ] wrong answer :: reply that names the misconception
 * ### Mark
 * what is asked of a program, and the program between two lines of three backquotes
 * - [x] 7 :: reply to whoever marks line 7, which has the fault
 * - [ ] other :: reply to all other lines
 * ### Task
 * what is to be reached
 * ### Hint
 * a push; there may be several, and the last may tell all
 * ### Cards
 * - question that comes back two lessons later :: answer
 * </pre>
 */
record LessonText(String title, String summary, Map<String, Section> sections, List<Card> cards) {
    private static final Pattern STEP = Pattern.compile("## ([a-z0-9-]+) \\| (.+)");
    private static final Pattern CHOICE = Pattern.compile("- \\[([ x])\\] (.+?) :: (.+)");
    private static final Pattern CARD = Pattern.compile("- (.+?) :: (.+)");

    private static final Pattern LINE = Pattern.compile("- \\[([ x])\\] (\\d{1,3}|other) :: (.+)");
    private static final String OTHER = "other";

    /** A question as the text has it. */
    record Question(Prose text, List<Prediction.Choice> choices) {}

    /**
     * The text of one step.
     *
     * @param line of its heading, from 0
     */
    record Section(int line, String title, Prose text, Optional<Question> question, Optional<Told> task) {}

    /** A task as the text has it. */
    record Told(Optional<Marking> marking, Prose text, List<Prose> hints) {
        Told {
            hints = List.copyOf(hints);
        }
    }

    static LessonText read(TextFile file) throws ReadProblem {
        return new Reader(file).read();
    }

    private static final class Reader {
        private final ProseLines lines;
        private final List<Card> cards = new ArrayList<>();

        private Reader(TextFile file) {
            this.lines = new ProseLines(file);
        }

        private LessonText read() throws ReadProblem {
            lines.skipBlank();
            if (!lines.hasNext() || !lines.peek().startsWith("# ")) {
                throw lines.problem(lines.at(), Phrase.of("problem.noLessonTitle"));
            }
            String title = lines.next().substring(2).strip();
            int afterTitle = lines.at();
            String summary = lines.text().strip();
            if (summary.isEmpty()) {
                throw lines.problem(afterTitle, Phrase.of("problem.noSummary"));
            }
            Map<String, Section> sections = new LinkedHashMap<>();
            while (lines.hasNext()) {
                Matcher head = STEP.matcher(lines.peek());
                int line = lines.at();
                if (!head.matches()) {
                    throw lines.problem(line, Phrase.of("problem.noStepHere", lines.peek()));
                }
                lines.next();
                if (sections.put(head.group(1), section(line, head.group(2))) != null) {
                    throw lines.problem(line, Phrase.of("problem.stepTwice", head.group(1)));
                }
            }
            return new LessonText(title, summary.replace('\n', ' '), sections, List.copyOf(cards));
        }

        private Section section(int line, String title) throws ReadProblem {
            Prose text = lines.prose();
            Optional<Question> question = Optional.empty();
            Optional<Marking> marking = Optional.empty();
            Optional<Prose> task = Optional.empty();
            List<Prose> hints = new ArrayList<>();
            while (lines.hasNext() && lines.peek().startsWith("### ")) {
                int start = lines.at();
                String kind = lines.next().strip();
                switch (kind) {
                    case "### Predict" -> question = Optional.of(question());
                    case "### Mark" -> marking = Optional.of(marking(start));
                    case "### Task" -> task = Optional.of(lines.prose());
                    case "### Hint" -> hints.add(hint(start, task.isPresent()));
                    case "### Cards" -> readCards();
                    default -> throw lines.problem(start, Phrase.of("problem.unknownPart", kind));
                }
            }
            if (marking.isPresent() && task.isEmpty()) {
                throw lines.problem(line, Phrase.of("problem.markWithoutTask"));
            }
            Optional<Marking> marked = marking;
            return new Section(line, title, text, question, task.map(told -> new Told(marked, told, hints)));
        }

        private Marking marking(int start) throws ReadProblem {
            Prose text = lines.proseBeforeItems();
            List<Prose.Block> question = new ArrayList<>(text.blocks());
            List<Prose.Block> programs =
                    question.stream().filter(Prose.Code.class::isInstance).toList();
            if (programs.size() != 1) {
                throw lines.problem(start, Phrase.of("problem.noProgram", programs.size()));
            }
            question.removeAll(programs);
            Map<Integer, Marking.Reply> replies = new LinkedHashMap<>();
            String otherwise = "";
            for (ProseLines.Item item : lines.items()) {
                Matcher line = LINE.matcher(item.text());
                if (!line.matches()) {
                    throw lines.problem(item.line(), Phrase.of("problem.noLine", item.text()));
                }
                if (line.group(2).equals(OTHER)) {
                    otherwise = line.group(3);
                } else {
                    boolean right = line.group(1).equals("x");
                    replies.put(Integer.valueOf(line.group(2)), new Marking.Reply(right, line.group(3)));
                }
            }
            if (otherwise.isEmpty()) {
                throw lines.problem(start, Phrase.of("problem.noOtherLine"));
            }
            try {
                return new Marking(new Prose(question), ((Prose.Code) programs.get(0)).lines(), replies, otherwise);
            } catch (IllegalArgumentException wrong) {
                throw lines.problem(start, Phrase.verbatim(wrong.getMessage()));
            }
        }

        private Prose hint(int line, boolean hasTask) throws ReadProblem {
            if (!hasTask) {
                throw lines.problem(line, Phrase.of("problem.hintWithoutTask"));
            }
            return lines.prose();
        }

        private void readCards() throws ReadProblem {
            for (ProseLines.Item item : lines.items()) {
                Matcher card = CARD.matcher(item.text());
                if (!card.matches()) {
                    throw lines.problem(item.line(), Phrase.of("problem.noCard", item.text()));
                }
                cards.add(new Card(Prose.of(card.group(1)), Prose.of(card.group(2))));
            }
        }

        private Question question() throws ReadProblem {
            Prose text = lines.proseBeforeItems();
            List<Prediction.Choice> choices = new ArrayList<>();
            for (ProseLines.Item item : lines.items()) {
                Matcher choice = CHOICE.matcher(item.text());
                if (!choice.matches()) {
                    throw lines.problem(item.line(), Phrase.of("problem.noAnswer", item.text()));
                }
                choices.add(
                        new Prediction.Choice(choice.group(2), choice.group(1).equals("x"), choice.group(3)));
            }
            return new Question(text, choices);
        }
    }
}
