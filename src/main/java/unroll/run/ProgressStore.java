package unroll.run;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import unroll.io.LessonProgress;
import unroll.io.Phrase;
import unroll.io.ProgressFile;
import unroll.io.ReadProblem;
import unroll.io.WriteProblem;

/**
 * How far the learner has come in each lesson. It is read once and written in the background after every change. A file
 * that can't be read is set aside, never written over. For one thread.
 */
public final class ProgressStore {
    private final ProgressFile file;
    private final Jobs jobs;
    private final Map<String, LessonProgress> lessons = new LinkedHashMap<>();
    private Optional<Phrase> warning = Optional.empty();
    private boolean writable = true;
    private Job<ProgressFile> writing;

    /** Reads the file, which need not exist. */
    public ProgressStore(ProgressFile file, Jobs jobs) {
        this.file = file;
        this.jobs = jobs;
        try {
            lessons.putAll(file.read());
        } catch (ReadProblem spoilt) {
            setAside(spoilt);
        }
    }

    private void setAside(ReadProblem spoilt) {
        try {
            warning = Optional.of(Phrase.of("problem.setAside", spoilt.phrase(), file.setAside()));
        } catch (WriteProblem stuck) {
            writable = false;
            warning = Optional.of(Phrase.of("problem.andStuck", spoilt.phrase(), stuck.phrase()));
        }
    }

    /** What was wrong with the file and where it is now; empty if it was well. */
    public Optional<Phrase> warning() {
        return warning;
    }

    /** The progress in a lesson by its key. */
    public LessonProgress of(String lesson) {
        return lessons.getOrDefault(lesson, LessonProgress.NONE);
    }

    /** The lesson in which something was done last; empty before the first. */
    public Optional<String> last() {
        return lessons.keySet().stream().reduce((first, second) -> second);
    }

    public void set(String lesson, LessonProgress progress) {
        boolean isLast = last().equals(Optional.of(lesson));
        if (isLast && progress.equals(lessons.get(lesson))) {
            return;
        }
        lessons.remove(lesson);
        lessons.put(lesson, progress);
        write();
    }

    /** Changes what is kept of a lesson that is not the one being worked on. */
    public void update(String lesson, LessonProgress progress) {
        if (lessons.replace(lesson, progress) != null) {
            write();
        }
    }

    /** Forgets what was done in one lesson. */
    public void forget(String lesson) {
        lessons.remove(lesson);
        write();
    }

    /** Forgets what was done in all lessons. */
    public void forgetAll() {
        lessons.clear();
        write();
    }

    private void write() {
        if (writable) {
            Map<String, LessonProgress> now = new LinkedHashMap<>(lessons);
            writing = jobs.start(() -> {
                file.write(now);
                return file;
            });
        }
    }

    /** Why the last change could not be written, told once. */
    public Optional<Exception> failure() {
        Optional<Exception> failure = writing == null ? Optional.empty() : writing.failure();
        if (failure.isPresent()) {
            writing = null;
        }
        return failure;
    }
}
