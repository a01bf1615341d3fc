package unroll.ui.panels;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ToggleButton;
import javafx.util.StringConverter;
import unroll.analysis.PhasePortrait.Axes;
import unroll.core.model.Chain;
import unroll.core.model.Direction;
import unroll.core.trace.Trace;
import unroll.plot.panel.PanelFigure;
import unroll.plot.panel.PanelOptions;
import unroll.ui.state.Messages;

/** What can be chosen about a figure; only what makes sense for it and for the network is offered. */
public final class FigureToolsController {
    /** Figures of one layer at a time. */
    private static final Set<PanelFigure> LAYERED = Set.of(
            PanelFigure.LOSS_SPLIT,
            PanelFigure.SHARES,
            PanelFigure.SPECTRUM,
            PanelFigure.PHASE,
            PanelFigure.SATURATION,
            PanelFigure.WEIGHTS);

    private static final int PRINCIPAL = -1;

    private final Messages messages;
    private final ObjectProperty<PanelOptions> options = new SimpleObjectProperty<>(PanelOptions.DEFAULT);
    private List<Chain> chains = List.of();
    private boolean offering;

    @FXML
    private ComboBox<Integer> layerBox;

    @FXML
    private ComboBox<String> stateBox;

    @FXML
    private ComboBox<Integer> firstBox;

    @FXML
    private ComboBox<Integer> secondBox;

    @FXML
    private ToggleButton roadsToggle;

    @FXML
    private ToggleButton fitToggle;

    public FigureToolsController(Messages messages) {
        this.messages = messages;
    }

    @FXML
    private void initialize() {
        layerBox.setConverter(numbered(this::chainName));
        firstBox.setConverter(numbered(unit -> axis(unit, "panels.component1")));
        secondBox.setConverter(numbered(unit -> axis(unit, "panels.component2")));
        for (ComboBox<?> box : List.of(layerBox, stateBox, firstBox, secondBox)) {
            box.valueProperty().subscribe(value -> choose());
        }
        firstBox.valueProperty().subscribe((before, now) -> keepTogether(secondBox, now, 1));
        secondBox.valueProperty().subscribe((before, now) -> keepTogether(firstBox, now, 0));
        roadsToggle.selectedProperty().subscribe(shown -> choose());
        fitToggle.selectedProperty().subscribe(fits -> choose());
    }

    private String axis(int unit, String componentKey) {
        return unit == PRINCIPAL ? messages.text(componentKey) : messages.text("panels.unit", unit);
    }

    private String chainName(int index) {
        if (chains.size() <= index) {
            return "";
        }
        Chain chain = chains.get(index);
        boolean bothWays = chains.stream().anyMatch(each -> each.direction() == Direction.REVERSE);
        String arrow = bothWays ? " " + chain.direction().arrow() : "";
        return messages.text("panels.layer", chain.layer() + 1) + arrow;
    }

    private interface Naming {
        String name(int number);
    }

    private static StringConverter<Integer> numbered(Naming naming) {
        return new StringConverter<>() {
            @Override
            public String toString(Integer number) {
                return number == null ? "" : naming.name(number);
            }

            @Override
            public Integer fromString(String text) {
                throw new UnsupportedOperationException("nothing is typed here");
            }
        };
    }

    /** Components come in a pair, and so do units. */
    private void keepTogether(ComboBox<Integer> other, Integer chosen, int unit) {
        if (offering || chosen == null || other.getValue() == null) {
            return;
        }
        if (chosen == PRINCIPAL) {
            other.setValue(PRINCIPAL);
        } else if (other.getValue() == PRINCIPAL) {
            other.setValue(chosen == unit ? 1 - unit : unit);
        }
    }

    ObservableValue<PanelOptions> options() {
        return options;
    }

    /** Offers what a figure of a trace lets choose; null for no trace. */
    void offerFor(PanelFigure figure, Trace trace) {
        boolean flow = figure == PanelFigure.GRADIENT_FLOW;
        chains = trace == null ? List.of() : trace.network().chains();
        int count = Math.max(1, chains.size());
        int units = trace == null ? 1 : trace.network().hiddenSize();
        List<String> states = trace == null ? List.of("h") : PanelFigure.states(trace);
        offering = true;
        offer(layerBox, IntStream.range(0, count).boxed().toList());
        offer(stateBox, states);
        List<Integer> axes = IntStream.range(PRINCIPAL, units).boxed().toList();
        offer(firstBox, axes);
        offer(secondBox, axes);
        offering = false;
        show(layerBox, count > 1 && (LAYERED.contains(figure) || flow && roadsToggle.isSelected()));
        show(stateBox, figure == PanelFigure.LOSS_SPLIT && states.size() > 1);
        show(firstBox, figure == PanelFigure.PHASE && units > 1);
        show(secondBox, figure == PanelFigure.PHASE && units > 1);
        show(roadsToggle, flow);
        show(fitToggle, flow);
        choose();
    }

    private static <T> void offer(ComboBox<T> box, List<T> items) {
        if (!box.getItems().equals(items)) {
            T before = box.getValue();
            box.getItems().setAll(items);
            box.setValue(before != null && items.contains(before) ? before : items.get(0));
        }
    }

    private static void show(Node tool, boolean shown) {
        tool.setVisible(shown);
        tool.setManaged(shown);
    }

    private void choose() {
        if (offering || layerBox.getValue() == null || firstBox.getValue() == null) {
            return;
        }
        int first = firstBox.getValue();
        int second = secondBox.getValue();
        boolean units = first != PRINCIPAL && second != PRINCIPAL;
        options.set(PanelOptions.DEFAULT
                .withChain(layerBox.getValue())
                .withState(Math.max(0, stateBox.getItems().indexOf(stateBox.getValue())))
                .withAxes(units ? new Axes.Units(first, second) : new Axes.Principal())
                .withRoads(roadsToggle.isSelected())
                .withFitted(fitToggle.isSelected()));
    }
}
