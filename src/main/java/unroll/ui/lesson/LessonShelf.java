package unroll.ui.lesson;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import unroll.io.LessonProgress;
import unroll.io.ReadProblem;
import unroll.lesson.Card;
import unroll.lesson.Lesson;
import unroll.lesson.LessonSource;
import unroll.lesson.Lessons;
import unroll.run.FolderWatch;
import unroll.run.Job;
import unroll.run.Jobs;
import unroll.run.ProgressStore;
import unroll.ui.canvas.FrameClock;
import unroll.ui.state.Messages;
import unroll.ui.state.Notice;
import unroll.ui.state.Workbench;

/**
 * The lessons that the program brings along, in the language of the interface, and the one of a teacher that is open.
 * They are read in the background; a teacher's is read again whenever its folder changes.
 */
public final class LessonShelf {
    private static final int CARDS_RETURN_AFTER = 2;
    private static final int MOST_CARDS = 3;

    private final Workbench workbench;
    private final Messages messages;
    private final Jobs jobs;
    private final FolderWatch watch;
    private final ProgressStore progress;
    private final BooleanProperty waiting = new SimpleBooleanProperty(this, "waiting");
    private final BooleanProperty watching = new SimpleBooleanProperty(this, "watching");
    private final List<Reading<?>> readings = new ArrayList<>();
    private List<Lesson> lessons = List.of();
    private boolean allRead;
    private Notice told;
    private Consumer<List<Lesson>> onRead = read -> {};

    private record Reading<T>(Job<T> job, Consumer<T> then) {}

    public LessonShelf(Workbench workbench, Messages messages, Jobs jobs, FolderWatch watch, ProgressStore progress) {
        this.workbench = workbench;
        this.messages = messages;
        this.jobs = jobs;
        this.watch = watch;
        this.progress = progress;
        read(jobs.start(() -> readAll(language())), this::take);
        workbench.lesson().subscribe(this::watch);
        Lesson open = workbench.lesson().get();
        if (open != null && open.source().folder().isPresent()) {
            readAgain(open.source());
        }
    }

    private void readAgain(LessonSource source) {
        read(jobs.start(() -> Lessons.read(source, language())), workbench.lesson()::set);
    }

    /** Looks for what was read once a frame, as long as there is anything to look for. */
    public void install(FrameClock clock) {
        clock.during(waiting, now -> look());
        clock.during(watching, now -> readAgainIfChanged());
    }

    private String language() {
        return messages.getLocale().getLanguage();
    }

    private static List<Lesson> readAll(String language) throws ReadProblem {
        List<Lesson> lessons = new ArrayList<>();
        for (String folder : Lessons.names()) {
            lessons.add(Lessons.read(folder, language));
        }
        return List.copyOf(lessons);
    }

    private <T> void read(Job<T> job, Consumer<T> then) {
        readings.add(new Reading<>(job, then));
        waiting.set(true);
    }

    private void look() {
        for (Reading<?> reading : List.copyOf(readings)) {
            if (reading.job().isDone()) {
                readings.remove(reading);
                end(reading);
            }
        }
        waiting.set(!readings.isEmpty());
    }

    private <T> void end(Reading<T> reading) {
        reading.job().result().ifPresent(read -> {
            dismissProblem();
            reading.then().accept(read);
        });
        reading.job().failure().ifPresent(problem -> {
            told = Notice.error(messages.reason(problem));
            workbench.notice().set(told);
        });
    }

    /** What was spoilt has been mended. */
    private void dismissProblem() {
        if (told != null && told.equals(workbench.notice().get())) {
            workbench.notice().set(null);
        }
        told = null;
    }

    private void take(List<Lesson> read) {
        lessons = read;
        allRead = true;
        onRead.accept(read);
        onRead = each -> {};
        Lesson open = workbench.lesson().get();
        read.stream()
                .filter(lesson -> open != null && lesson.source().equals(open.source()))
                .forEach(workbench.lesson()::set);
    }

    /** Gives the lessons in their order, as soon as they have been read. */
    public void whenRead(Consumer<List<Lesson>> action) {
        if (allRead) {
            action.accept(lessons);
        } else {
            onRead = onRead.andThen(action);
        }
    }

    /** Goes on with the lesson that was open last; shows the start page if there is none any more. */
    public void openLast() {
        Optional<String> last = progress.last();
        whenRead(read -> read.stream()
                .filter(lesson -> last.equals(Optional.of(lesson.source().key())))
                .findFirst()
                .ifPresentOrElse(this::open, () -> workbench.home().set(true)));
    }

    /** Opens a lesson, or turns back to it if it is open. */
    public void open(Lesson lesson) {
        workbench.home().set(false);
        workbench.lesson().set(lesson);
    }

    /** Opens a teacher's lesson. */
    public void openFolder(Path folder) {
        LessonSource source = new LessonSource.Own(folder);
        read(jobs.start(() -> Lessons.read(source, language())), this::open);
    }

    private void watch(Lesson open) {
        Optional<Path> folder = open == null ? Optional.empty() : open.source().folder();
        folder.ifPresentOrElse(watch::start, watch::stop);
        watching.set(folder.isPresent());
    }

    private void readAgainIfChanged() {
        if (watch.hasChanged()) {
            readAgain(workbench.lesson().get().source());
        }
    }

    /**
     * A card that has come back.
     *
     * @param number of the card in its lesson, from 1
     */
    record Due(Lesson lesson, int number, ProgressStore progress) {
        Card card() {
            return lesson.cards().get(number - 1);
        }

        /** It does not come back again. */
        void markAsKnown() {
            String key = lesson.source().key();
            progress.update(key, progress.of(key).withKnown(number));
        }
    }

    /**
     * The cards that come back at the start of a lesson: of those done, two lessons earlier and more, the latest first, and
     * no more than one lesson has.
     */
    List<Due> due(Lesson opened) {
        List<Due> due = new ArrayList<>();
        List<Lesson> latestFirst = new ArrayList<>(lessons);
        Collections.reverse(latestFirst);
        for (Lesson lesson : latestFirst) {
            LessonProgress done = progress(lesson);
            boolean isDue = done.finished() && lesson.number() <= opened.number() - CARDS_RETURN_AFTER;
            for (int card = 1; isDue && card <= lesson.cards().size(); card++) {
                if (!done.known().contains(card)) {
                    due.add(new Due(lesson, card, progress));
                }
            }
        }
        return due.subList(0, Math.min(MOST_CARDS, due.size()));
    }

    /** What a learner has done in a lesson. */
    public LessonProgress progress(Lesson lesson) {
        return progress.of(lesson.source().key());
    }

    /** Forgets what was done in all lessons. */
    public void forgetAll() {
        progress.forgetAll();
    }
}
