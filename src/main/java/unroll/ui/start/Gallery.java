package unroll.ui.start;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import unroll.io.DataFiles;
import unroll.run.Job;
import unroll.run.Jobs;
import unroll.run.Preview;

/** Pictures of the built-in experiments, computed one after the other while someone looks. */
public final class Gallery {
    private final Jobs jobs;
    private final DataFiles data;
    private final Map<String, Optional<Preview>> done = new LinkedHashMap<>();
    private final Deque<String> wanted = new ArrayDeque<>();
    private String current;
    private Job<Preview> job;

    /** @param jobs a thread of its own: some experiments read much data */
    public Gallery(Jobs jobs, DataFiles data) {
        this.jobs = jobs;
        this.data = data;
    }

    /** Asks for pictures in this order. */
    void want(List<String> experiments) {
        wanted.clear();
        experiments.stream().filter(name -> !done.containsKey(name)).forEach(wanted::add);
    }

    /** Whether pictures are missing. */
    boolean isWaiting() {
        return job != null || !wanted.isEmpty();
    }

    /** The picture of an experiment, once it is computed. */
    Optional<Preview> of(String experiment) {
        return done.getOrDefault(experiment, Optional.empty());
    }

    /** Takes what is ready and begins the next; an experiment whose data can't be had keeps its empty picture. */
    void pull(BiConsumer<String, Preview> onReady) {
        if (job != null && job.isDone()) {
            Optional<Preview> result = job.result();
            done.put(current, result);
            result.ifPresent(preview -> onReady.accept(current, preview));
            job = null;
        }
        if (job == null && !wanted.isEmpty()) {
            String next = wanted.poll();
            current = next;
            job = jobs.start(() -> Preview.of(next, data));
        }
    }
}
