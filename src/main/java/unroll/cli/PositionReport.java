package unroll.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Set;
import unroll.core.model.ParameterLayout;
import unroll.core.model.Site;
import unroll.core.tensor.Tensor;
import unroll.core.trace.Trace;
import unroll.debug.Dataflow;
import unroll.debug.Knowledge;
import unroll.debug.Position;
import unroll.debug.Program;
import unroll.debug.Progress;
import unroll.debug.Reference;
import unroll.io.json.TensorJson;

/** A position of a program and all that is known once its line has run, as JSON. */
final class PositionReport {
    private static final int WHOLE = -1;

    private final Trace trace;
    private final Program program;
    private final Position position;
    private final Knowledge knowledge;
    private final JsonArray known = new JsonArray();
    private final JsonArray partial = new JsonArray();

    PositionReport(Trace trace, Program program, Position position) {
        this.trace = trace;
        this.program = program;
        this.position = position;
        this.knowledge = new Knowledge(program, position.cursor(), trace);
    }

    /** Where a position is and what its line says. */
    static JsonObject place(Position position) {
        JsonObject json = new JsonObject();
        json.addProperty("position", position.index());
        json.addProperty("phase", Place.word(position.phase()));
        json.addProperty("t", position.t());
        json.addProperty("line", position.line().number());
        if (position.line().layer() != Site.HEAD) {
            json.addProperty("layer", position.line().layer() + 1);
            json.addProperty("direction", position.line().direction().id());
        }
        json.addProperty("text", position.line().plain());
        return json;
    }

    JsonObject json() {
        JsonObject json = place(position);
        json.addProperty("positions", program.size());
        Dataflow flow = Dataflow.of(trace.network(), position, program.steps());
        json.add("reads", ids(flow.reads()));
        json.add("writes", ids(flow.writes()));
        for (Site site : trace.sites()) {
            addValues(site);
        }
        for (Site site : trace.sites()) {
            addGradients(site);
        }
        trace.parameters().layout().entries().forEach(this::addParameter);
        json.add("known", known);
        json.add("partial", partial);
        return json;
    }

    private static JsonArray ids(Set<Reference> references) {
        JsonArray ids = new JsonArray();
        references.forEach(reference -> ids.add(reference.id()));
        return ids;
    }

    private static boolean hasInitialState(Site site) {
        return !site.isHead() && site.quantity().carried();
    }

    private void addValues(Site site) {
        for (int t = knowledge.firstStep(site); t <= knowledge.lastStep(site); t++) {
            if (knowledge.exists(site, t) && knowledge.isKnown(site, t)) {
                known.add(entry(new Reference.Value(site, t, WHOLE).id(), rows(trace.values(site, t, t))));
            }
        }
    }

    private void addGradients(Site site) {
        for (int t = knowledge.firstStep(site); t <= knowledge.lastStep(site); t++) {
            Progress progress = knowledge.gradientProgress(site, t);
            boolean receives = hasInitialState(site) || progress.of() > 0;
            if (receives && !progress.isUnknown()) {
                add(new Reference.Gradient(site, t, WHOLE).id(), progress, gradient(site, t));
            }
        }
    }

    private void addParameter(ParameterLayout.Entry entry) {
        Progress progress = knowledge.parameters().progress(entry.name());
        if (!progress.isUnknown()) {
            Tensor sum = progress.isComplete()
                    ? trace.parameterGradient(entry.name())
                    : new PartialGradient(trace, program, position.cursor()).of(entry);
            add(new Reference.WeightGradient(entry.name()).id(), progress, sum);
        }
    }

    private void add(String id, Progress progress, Tensor value) {
        JsonObject entry = entry(id, value);
        if (progress.isComplete()) {
            known.add(entry);
        } else {
            entry.addProperty("done", progress.done());
            entry.addProperty("of", progress.of());
            partial.add(entry);
        }
    }

    private static JsonObject entry(String id, Tensor value) {
        JsonObject entry = new JsonObject();
        entry.addProperty("id", id);
        entry.add("value", TensorJson.write(value));
        return entry;
    }

    /** One step's slice without the dimension of steps: of shape [rows, units]. */
    private static Tensor rows(Tensor slice) {
        return Tensor.of(slice.toArray(), slice.extent(1), slice.extent(2));
    }

    private Tensor gradient(Site site, int t) {
        int width = trace.width(site);
        double[] sums = new double[trace.rows() * width];
        for (int i = 0; i < sums.length; i++) {
            sums[i] = knowledge.gradient(site, t, i / width, i % width).orElseThrow();
        }
        return Tensor.of(sums, trace.rows(), width);
    }
}
