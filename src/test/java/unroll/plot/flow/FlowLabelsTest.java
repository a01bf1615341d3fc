package unroll.plot.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import unroll.core.cell.Lstm;
import unroll.core.model.LossSpec;
import unroll.core.model.Network;
import unroll.core.op.LossKind;
import unroll.core.optim.Adam;
import unroll.core.optim.UpdateRule;
import unroll.core.trace.Trace;
import unroll.debug.Knowledge;
import unroll.plot.Dash;
import unroll.plot.ExampleTraces;
import unroll.plot.Role;
import unroll.plot.Tabular;
import unroll.plot.panel.PanelFigure;
import unroll.plot.panel.PanelOptions;
import unroll.plot.panel.Sample;

class FlowLabelsTest {
    private final Network network = Network.of(new Lstm(), 1, 2, 1, LossSpec.atLast(LossKind.MSE))
            .withLayers(3)
            .inBothDirections();
    private final Trace trace = ExampleTraces.trace(network, 4, 1);
    private final Knowledge knowledge = ExampleTraces.at(trace, 0);

    private List<FlowLine> lines() {
        return network.chains().stream()
                .flatMap(chain -> network.cell().states().stream()
                        .map(state -> FlowLine.of(chain.site(state), knowledge, 0, Role.BACKWARD, Dash.SOLID)))
                .toList();
    }

    @Test
    void namesThatFindRoomAreAllThere() {
        FlowLabels labels = FlowLabels.of(lines(), 400, ExampleTraces.english());
        assertEquals(12, labels.lines().size());
        assertEquals(0, labels.left());
    }

    @Test
    void whereThereIsNoRoomItIsSaidHowManyHaveNoName() {
        FlowLabels labels = FlowLabels.of(lines(), 120, ExampleTraces.english());
        assertTrue(labels.left() > 0);
        assertEquals(12, labels.lines().size() + labels.left());
        assertEquals(
                0,
                FlowLabels.of(lines().subList(0, 1), 10, ExampleTraces.english())
                        .left());
    }

    @Test
    void oneLayerInOneDirectionCanBeSeenAlone() {
        Sample sample = Sample.of(trace, UpdateRule.of(Adam.torch()));
        for (int chain = 0; chain < network.chains().size(); chain++) {
            Tabular shown = (Tabular) PanelFigure.GRADIENT_FLOW
                    .measure(sample, PanelOptions.DEFAULT.withChain(chain))
                    .at(knowledge, ExampleTraces.english());
            String mark =
                    network.chains().get(chain).site(network.cell().output()).mark();
            assertEquals(List.of("t", "norm of dh" + mark, "norm of dc" + mark), shown.header());
        }
    }
}
