package unroll.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import unroll.core.data.Alphabet;
import unroll.core.data.CharacterText;
import unroll.core.data.Dataset;
import unroll.core.data.DrawnTask;
import unroll.core.data.ImageSequences;
import unroll.core.data.Inputs;
import unroll.core.data.LabelledTexts;
import unroll.core.data.LabelledTexts.TextClass;
import unroll.core.data.Noise;
import unroll.core.data.Spelling;
import unroll.core.data.Targets;
import unroll.core.data.WindowedSeries;

/** What an experiment's network is to learn, and how its sequences are made. */
public sealed interface Task {
    /** Whether the answer is a class, which asks for a cross-entropy loss, rather than numbers. */
    boolean classifies();

    /** Whether another task is of the same kind, so that a sequence made for the one suits the other. */
    default boolean isLike(Task other) {
        return getClass() == other.getClass();
    }

    /** Whether a network for another task is also one for this, so that weights of the one can be used with the other. */
    default boolean hasWidthsOf(Task other) {
        return equals(other);
    }

    /** Whether an answer is the next character of a text, so that the loss is also told in bits per character. */
    default boolean spells() {
        return false;
    }

    /** Whether each training sequence goes on where the one before ended, so that a state can be carried over. */
    default boolean isContinuous() {
        return false;
    }

    /**
     * How sequences are written as texts.
     *
     * @param data as the task makes them
     * @return empty where they are numbers
     */
    default Optional<Spelling> spelling(Dataset data) {
        return Optional.empty();
    }

    /**
     * What the task asks of a sequence that was made by hand.
     *
     * @param shown one sequence
     * @return empty where the task has no rule, or the rule no answer
     */
    default Optional<Targets> answer(Inputs shown) {
        return Optional.empty();
    }

    /**
     * Makes the sequences. Everything random comes from the seed.
     *
     * @param atEveryStep whether the loss reads a target at every step
     * @throws E if the data can't be had
     * @throws IllegalArgumentException if the data do not fit the task
     */
    <E extends Exception> Dataset dataset(long seed, boolean atEveryStep, DataSource<E> source) throws E;

    /**
     * The next value of a series from those before it.
     *
     * @param data a built-in data set or a CSV file
     * @param column of the series
     * @param label the column that names the rows; empty to number them
     * @param allowsGaps whether empty cells are missing values, for which the last one before stands in
     * @param windows how it is cut
     */
    record Series(String data, String column, Optional<String> label, boolean allowsGaps, WindowedSeries windows)
            implements Task {
        @Override
        public boolean classifies() {
            return false;
        }

        @Override
        public <E extends Exception> Dataset dataset(long seed, boolean atEveryStep, DataSource<E> source) throws E {
            return windows.cut(source.read(new DataRequest(data, List.of(column), label, allowsGaps)), seed);
        }

        /** One number comes in at a step, and one is foretold. */
        @Override
        public boolean hasWidthsOf(Task other) {
            return other instanceof Series;
        }
    }

    /**
     * What a small picture shows, such as a digit.
     *
     * @param data a built-in data set, a CSV file with a column for each pixel and one for the label, or an IDX file of
     *     pictures that lies beside its labels
     */
    record Images(String data, ImageSequences images) implements Task {
        @Override
        public boolean classifies() {
            return true;
        }

        @Override
        public <E extends Exception> Dataset dataset(long seed, boolean atEveryStep, DataSource<E> source) throws E {
            return images.read(source.read(new DataRequest(data, images.columns(), Optional.empty())));
        }

        @Override
        public boolean hasWidthsOf(Task other) {
            return other instanceof Images like
                    && like.images.inputs() == images.inputs()
                    && like.images.classes() == images.classes();
        }
    }

    /**
     * The language of a name, letter by letter.
     *
     * @param data a built-in data set or a folder with a text file for each language, a name a line
     * @param drawing how often the names of each language are trained with
     */
    record Names(String data, LabelledTexts.Drawing drawing) implements Task {
        @Override
        public boolean classifies() {
            return true;
        }

        @Override
        public <E extends Exception> Dataset dataset(long seed, boolean atEveryStep, DataSource<E> source) throws E {
            List<TextClass> languages = new ArrayList<>();
            int empty = 0;
            for (NamedText file : source.texts(data)) {
                List<String> lines =
                        file.text().lines().filter(line -> !line.isBlank()).toList();
                List<String> names = lines.stream()
                        .map(LatinLetters::normalise)
                        .filter(name -> !name.isEmpty())
                        .toList();
                empty += lines.size() - names.size();
                languages.add(new TextClass(file.name(), names));
            }
            List<String> notes =
                    empty == 0 ? List.of() : List.of(empty + " names have no Latin letter and are left out");
            return new LabelledTexts(LatinLetters.ALPHABET, drawing).read(languages, notes);
        }

        @Override
        public Optional<Spelling> spelling(Dataset data) {
            return Optional.of(Spelling.ofWhole(LatinLetters.ALPHABET));
        }

        /** However often its names are drawn. */
        @Override
        public boolean hasWidthsOf(Task other) {
            return other instanceof Names names && names.data.equals(data);
        }
    }

    /**
     * The next character of a text.
     *
     * @param data a built-in data set or a text file
     */
    record Characters(String data, CharacterText sequences) implements Task {
        @Override
        public boolean classifies() {
            return true;
        }

        @Override
        public boolean spells() {
            return true;
        }

        @Override
        public boolean isContinuous() {
            return true;
        }

        @Override
        public <E extends Exception> Dataset dataset(long seed, boolean atEveryStep, DataSource<E> source) throws E {
            StringBuilder text = new StringBuilder();
            source.texts(data).forEach(each -> text.append(each.text()));
            return sequences.cut(text.toString());
        }

        @Override
        public Optional<Spelling> spelling(Dataset data) {
            return Optional.of(Spelling.foretelling(Alphabet.ofNames(data.outputNames())));
        }

        /** However the text is cut, its alphabet is the same. */
        @Override
        public boolean hasWidthsOf(Task other) {
            return other instanceof Characters characters && characters.data.equals(data);
        }
    }

    /** Sequences drawn by a rule. */
    record Drawn(DrawnTask task) implements Task {
        @Override
        public boolean classifies() {
            return task.rule().classifies();
        }

        @Override
        public <E extends Exception> Dataset dataset(long seed, boolean atEveryStep, DataSource<E> source) {
            return task.draw(seed, atEveryStep);
        }

        @Override
        public boolean isLike(Task other) {
            return other instanceof Drawn drawn
                    && drawn.task.rule().id().equals(task.rule().id());
        }

        @Override
        public boolean hasWidthsOf(Task other) {
            return other instanceof Drawn drawn
                    && drawn.task.rule().inputs() == task.rule().inputs()
                    && drawn.task.rule().outputNames().equals(task.rule().outputNames());
        }

        @Override
        public Optional<Spelling> spelling(Dataset data) {
            return task.rule().showsSymbols() ? Optional.of(task.rule().spelling()) : Optional.empty();
        }

        @Override
        public Optional<Targets> answer(Inputs shown) {
            return task.rule().answer(shown);
        }
    }

    /** Independent normal numbers, which show what the network itself does to a gradient. */
    record RandomInputs(Noise noise) implements Task {
        @Override
        public boolean classifies() {
            return false;
        }

        @Override
        public <E extends Exception> Dataset dataset(long seed, boolean atEveryStep, DataSource<E> source) {
            return noise.draw(seed, atEveryStep);
        }

        @Override
        public boolean hasWidthsOf(Task other) {
            return other instanceof RandomInputs random && random.noise.width() == noise.width();
        }
    }
}
