package unroll.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import unroll.io.Home;
import unroll.io.ReadProblem;
import unroll.io.RunFolder;
import unroll.io.RunFolder.Saved;

/**
 * A run under the name that the legend gives it.
 *
 * @param run what is kept of it
 */
record NamedRun(String name, Saved run) {

    /**
     * Reads runs.
     *
     * @param arguments folders of runs or names of kept ones, each with {@code NAME=} before it or named like its folder
     */
    static List<NamedRun> read(List<String> arguments) throws ReadProblem {
        List<NamedRun> runs = new ArrayList<>();
        for (String argument : arguments) {
            int equals = Files.exists(Path.of(argument)) ? -1 : argument.indexOf('=');
            String place = argument.substring(equals + 1);
            String name = equals > 0 ? argument.substring(0, equals) : nameOf(place);
            runs.add(new NamedRun(unused(name, runs), folder(place).read()));
        }
        return List.copyOf(runs);
    }

    private static String nameOf(String place) {
        return Path.of(place).toAbsolutePath().normalize().getFileName().toString();
    }

    /** With a number if another has the same. */
    private static String unused(String name, List<NamedRun> used) {
        int number = 1;
        String tried = name;
        while (isUsed(tried, used)) {
            number++;
            tried = name + " (" + number + ")";
        }
        return tried;
    }

    private static boolean isUsed(String name, List<NamedRun> used) {
        return used.stream().anyMatch(each -> each.name().equals(name));
    }

    private static RunFolder folder(String run) throws ReadProblem {
        RunFolder here = new RunFolder(Path.of(run));
        if (here.exists()) {
            return here;
        }
        RunFolder kept = new RunFolder(Home.ofUser().runs().resolve(run));
        if (kept.exists()) {
            return kept;
        }
        String expectation = Files.exists(Path.of(run)) ? "this folder has no run.json" : "there is no such run";
        throw new ReadProblem(run, "", expectation, "give a folder that unroll train --out has made");
    }
}
