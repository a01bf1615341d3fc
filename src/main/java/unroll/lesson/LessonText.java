package unroll.lesson;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import unroll.io.ReadProblem;
import unroll.io.TextFile;

/**
 * The text of a lesson in one language, read from markdown:
 *
 * <pre>
 * # Title of the lesson
 * ## step-id | Title of the step
 * text
 * ### Predict
 * question
 * - [x] right answer :: reply
 * - [ ] wrong answer :: reply that names the misconception
 * ### Task
 * what is to be reached
 * </pre>
 */
record LessonText(String title, Map<String, Section> sections) {
    private static final Pattern STEP = Pattern.compile("## ([a-z0-9-]+) \\| (.+)");
    private static final Pattern CHOICE = Pattern.compile("- \\[([ x])\\] (.+?) :: (.+)");
    private static final Pattern LIVE = Pattern.compile("\\{\\{([^}]*)\\}\\}");

    /** The text of one step. */
    record Section(int line, String title, Prose text, Optional<Prediction> prediction, Optional<Prose> task) {}

    static LessonText read(TextFile file) throws ReadProblem {
        return new Reader(file).read();
    }

    private static final class Reader {
        private final TextFile file;
        private final List<String> lines;
        private int at;

        private Reader(TextFile file) {
            this.file = file;
            this.lines = file.text().lines().toList();
        }

        private ReadProblem problem(int line, String expectation) {
            return new ReadProblem(file.name(), "line " + (line + 1), expectation, "");
        }

        private LessonText read() throws ReadProblem {
            skipBlank();
            if (at >= lines.size() || !lines.get(at).startsWith("# ")) {
                throw problem(at, "expected the lesson's title as “# Title”");
            }
            String title = lines.get(at++).substring(2).strip();
            skipBlank();
            Map<String, Section> sections = new LinkedHashMap<>();
            while (at < lines.size()) {
                Matcher head = STEP.matcher(lines.get(at));
                if (!head.matches()) {
                    throw problem(at, "expected a step as “## id | Title”");
                }
                int line = at++;
                if (sections.put(head.group(1), section(line, head.group(2))) != null) {
                    throw problem(line, "there is a step " + head.group(1) + " already");
                }
            }
            return new LessonText(title, sections);
        }

        private void skipBlank() {
            while (at < lines.size() && lines.get(at).isBlank()) {
                at++;
            }
        }

        private Section section(int line, String title) throws ReadProblem {
            Prose text = Prose.of(block());
            Optional<Prediction> prediction = Optional.empty();
            Optional<Prose> task = Optional.empty();
            while (at < lines.size() && lines.get(at).startsWith("### ")) {
                String kind = lines.get(at).strip();
                int start = at++;
                if (kind.equals("### Predict")) {
                    prediction = Optional.of(prediction(start));
                } else if (kind.equals("### Task")) {
                    task = Optional.of(Prose.of(block()));
                } else {
                    throw problem(start, "expected “### Predict” or “### Task”, found “" + kind + "”");
                }
            }
            return new Section(line, title, text, prediction, task);
        }

        /** Lines up to the next heading of a step, a question or a task. */
        private String block() throws ReadProblem {
            StringBuilder text = new StringBuilder();
            while (at < lines.size()
                    && !lines.get(at).startsWith("## ")
                    && !lines.get(at).startsWith("### ")) {
                checkLive(at);
                text.append(lines.get(at++)).append('\n');
            }
            return text.toString().strip();
        }

        private void checkLive(int line) throws ReadProblem {
            Matcher live = LIVE.matcher(lines.get(line));
            while (live.find()) {
                if (!Measurements.isName(live.group(1))) {
                    throw problem(line, "there is no number “" + live.group(1) + "” to show");
                }
            }
        }

        private Prediction prediction(int start) throws ReadProblem {
            List<Prediction.Choice> choices = new ArrayList<>();
            StringBuilder question = new StringBuilder();
            for (String line : block().split("\n", -1)) {
                Matcher choice = CHOICE.matcher(line.strip());
                if (choice.matches()) {
                    choices.add(new Prediction.Choice(
                            choice.group(2), choice.group(1).equals("x"), choice.group(3)));
                } else if (line.startsWith("- ")) {
                    throw problem(start, "expected an answer as “- [ ] answer :: reply”, found “" + line + "”");
                } else {
                    question.append(line).append('\n');
                }
            }
            try {
                return new Prediction(Prose.of(question.toString()), choices);
            } catch (IllegalArgumentException wrong) {
                throw problem(start, wrong.getMessage());
            }
        }
    }
}
