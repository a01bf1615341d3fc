package unroll.plot.stage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import unroll.core.model.Chain;
import unroll.core.model.Direction;
import unroll.core.model.Network;
import unroll.core.model.Phase;
import unroll.core.model.Schedule.Block;
import unroll.core.model.Schedule.ScheduledLine;
import unroll.core.model.Site;
import unroll.core.model.Truncation;
import unroll.core.op.Quantity;
import unroll.debug.Dataflow;
import unroll.debug.Knowledge;
import unroll.debug.Position;
import unroll.debug.Reference;
import unroll.plot.lanes.Lane;
import unroll.plot.lanes.LaneList;
import unroll.plot.lanes.LaneStrip;

/**
 * What stands on the stage, without sizes: the tiers from bottom to top and the roads between them. The roads are read
 * off the forward lines, so that a new cell needs nothing here.
 */
record StagePlan(List<Tier> tiers, List<Road> roads) {
    StagePlan {
        tiers = List.copyOf(tiers);
        roads = List.copyOf(roads);
    }

    static StagePlan of(Knowledge knowledge, int row) {
        return new Builder(knowledge, row).build();
    }

    /** Where a vector lives; inner vectors live in the body of their layer's cell. */
    Place place(Site site) {
        for (int tier = 0; tier < tiers.size(); tier++) {
            List<LaneStrip> strips = tiers.get(tier).strips();
            for (int strip = 0; strip < strips.size(); strip++) {
                if (strips.get(strip).lane().site().equals(site)) {
                    return new Place(tier, strip);
                }
            }
        }
        if (site.quantity().equals(Quantity.LOSS)) {
            return new Place(tiers.size(), Place.BODY);
        }
        return new Place(site.isHead() ? tiers.size() - 1 : tierOf(site.chain()), Place.BODY);
    }

    private int tierOf(Chain chain) {
        for (int tier = 0; tier < tiers.size(); tier++) {
            if (tiers.get(tier).part() == Tier.Part.LAYER
                    && tiers.get(tier).chain().equals(chain)) {
                return tier;
            }
        }
        throw new IllegalArgumentException("no tier shows " + chain);
    }

    /** A vector's name in files. */
    String laneId(Site site) {
        return site.quantity().id() + site.mark();
    }

    /** The road that a line takes when it reads at one place and writes at the other; empty within one cell. */
    Optional<Road> road(Place source, Place reader, int later) {
        return roads.stream()
                .filter(road -> road.later() == later
                        && road.to().sharesCell(reader)
                        && (source.strip() == Place.BODY
                                ? road.from().sharesCell(source)
                                : road.from().equals(source)))
                .findFirst();
    }

    private static final class Builder {
        private final Knowledge knowledge;
        private final Network network;
        private final int row;

        private Builder(Knowledge knowledge, int row) {
            this.knowledge = knowledge;
            this.network = knowledge.trace().network();
            this.row = row;
        }

        private StagePlan build() {
            List<Tier> tiers = tiers();
            StagePlan withoutRoads = new StagePlan(tiers, List.of());
            return new StagePlan(tiers, roads(withoutRoads));
        }

        private List<Tier> tiers() {
            List<Tier> tiers = new ArrayList<>();
            tiers.add(new Tier(Tier.Part.INPUT, Chain.HEAD, List.of(strip(new Site(0, Quantity.INPUT)))));
            for (Chain chain : network.chains()) {
                List<LaneStrip> strips = new ArrayList<>();
                for (Quantity state : network.cell().states()) {
                    // h is the first state and stands lowest
                    strips.add(0, strip(chain.site(state)));
                }
                tiers.add(new Tier(Tier.Part.LAYER, chain, strips));
            }
            tiers.add(new Tier(Tier.Part.OUTPUT, Chain.HEAD, List.of(strip(Site.head(output())))));
            return tiers;
        }

        /** Probabilities where every step has them, else what the head makes of the state. */
        private Quantity output() {
            boolean probabilities =
                    network.loss().atEveryStep() && network.loss().kind().hasProbabilities();
            return probabilities ? Quantity.PROBABILITIES : network.head().output();
        }

        private LaneStrip strip(Site site) {
            Lane lane = LaneList.of(network).lanes().stream()
                    .filter(each -> each.site().equals(site) && !each.isGradient())
                    .findFirst()
                    .orElseThrow();
            return LaneStrip.of(lane, knowledge, row);
        }

        private record Key(Site site, Chain reader, int later) {}

        private List<Road> roads(StagePlan plan) {
            Map<Key, Road> roads = new LinkedHashMap<>();
            for (Block block : knowledge.program().schedule().blocks(Phase.FORWARD)) {
                for (ScheduledLine line : block.lines()) {
                    addRoads(plan, line, roads);
                }
            }
            return List.copyOf(roads.values());
        }

        private void addRoads(StagePlan plan, ScheduledLine line, Map<Key, Road> roads) {
            int steps = knowledge.program().steps();
            Dataflow flow = Dataflow.of(network, new Position(0, 0, steps, line), steps);
            // the loss line writes p as well, in passing, before L
            Site written = flow.writes().stream()
                    .map(reference -> ((Reference.Value) reference).site())
                    .reduce((one, last) -> last)
                    .orElseThrow();
            for (Reference reference : flow.reads()) {
                if (reference instanceof Reference.Value value) {
                    int later = steps - value.t();
                    Place from = plan.place(value.site());
                    Place to = plan.place(written);
                    boolean given = value.site().quantity().isGiven();
                    if (!given && (later != 0 || !from.sharesCell(to))) {
                        Key key = new Key(value.site(), line.chain(), later);
                        roads.computeIfAbsent(key, each -> road(each, from, to, written));
                    }
                }
            }
        }

        private Road road(Key key, Place from, Place to, Site written) {
            Truncation truncation = knowledge.trace().truncation();
            Direction direction = key.reader().direction();
            int steps = knowledge.program().steps();
            return new Road(
                    new Road.Ends(key.site(), key.later(), from, to),
                    knowledge.values(written, row),
                    knowledge.sentBack(key.site(), key.reader(), key.later(), row),
                    t -> from.sharesCell(to) && truncation.cuts(t + key.later(), direction, steps));
        }
    }
}
