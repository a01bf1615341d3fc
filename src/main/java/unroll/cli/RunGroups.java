package unroll.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import unroll.experiment.Experiment;

/** Runs that differ in their seed only, put together. */
final class RunGroups {
    private RunGroups() {}

    /**
     * Runs of one experiment.
     *
     * @param name what the names of the runs begin with, before their numbers
     */
    record Group(String name, List<NamedRun> runs) {
        Group {
            runs = List.copyOf(runs);
        }
    }

    /** Each run alone. */
    static List<Group> alone(List<NamedRun> runs) {
        return runs.stream().map(run -> new Group(run.name(), List.of(run))).toList();
    }

    /** Those of one experiment together, whatever their seeds. */
    static List<Group> bySeeds(List<NamedRun> runs) {
        Map<Experiment, List<NamedRun>> groups = new LinkedHashMap<>();
        for (NamedRun run : runs) {
            Experiment unseeded = run.run().experiment().withSeed(0);
            groups.computeIfAbsent(unseeded, any -> new ArrayList<>()).add(run);
        }
        return groups.values().stream()
                .map(members -> new Group(name(members), members))
                .toList();
    }

    private static String name(List<NamedRun> members) {
        String first = members.get(0).name();
        if (members.size() == 1) {
            return first;
        }
        String common = first;
        for (NamedRun member : members) {
            while (!member.name().startsWith(common)) {
                common = common.substring(0, common.length() - 1);
            }
        }
        String stem = common.replaceFirst("[\\s_.(-]*(seed)?[\\s_.(-]*\\d*$", "");
        return stem.isEmpty() ? members.get(0).run().experiment().name() : stem;
    }
}
