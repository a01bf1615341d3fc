package unroll.plot.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.core.cell.Cell;
import unroll.core.cell.Concat;
import unroll.core.cell.Gru;
import unroll.core.cell.Lstm;
import unroll.core.cell.Rnn;
import unroll.core.model.LossSpec;
import unroll.core.op.Activation;
import unroll.core.op.LossKind;
import unroll.core.tensor.Tensor;
import unroll.core.trace.Trace;
import unroll.debug.Knowledge;
import unroll.plot.Described;
import unroll.plot.ExampleTraces;
import unroll.plot.Hit;
import unroll.plot.Painter;
import unroll.plot.Palette;
import unroll.plot.Size;
import unroll.plot.Surface;
import unroll.plot.SvgText;
import unroll.plot.Tabular;
import unroll.plot.export.Exporter;
import unroll.plot.export.FileFormat;

/** What holds for every figure of every cell, wherever the debugger stands. */
class PanelFigureTest {
    private static final int STEPS = 7;
    private static final Size SIZE = new Size(430, 270);

    private static Trace trace(Cell cell, int layers) {
        LossSpec every = LossSpec.atEvery(LossKind.MSE, LossSpec.OverTime.MEAN);
        return ExampleTraces.trace(ExampleTraces.network(cell, 2, 3, layers, every), STEPS, 1);
    }

    static Stream<Arguments> figuresOfCells() {
        List<Trace> traces = List.of(
                trace(new Rnn(Activation.TANH), 1),
                trace(new Rnn(Activation.IDENTITY), 1),
                trace(new Lstm(), 2),
                trace(new Gru(), 1),
                ExampleTraces.trace(ExampleTraces.network(new Concat(), 2, 3, 2).inBothDirections(), STEPS, 1),
                ExampleTraces.trace(
                        ExampleTraces.network(new Gru(Gru.Reset.BEFORE), 2, 3, 2)
                                .inBothDirections(),
                        STEPS,
                        1));
        return Stream.of(PanelFigure.values())
                .flatMap(figure -> traces.stream().map(trace -> Arguments.of(figure, trace)));
    }

    private static Painter painter(PanelFigure figure, Trace trace, double share) {
        return painter(figure, trace, PanelOptions.DEFAULT, share);
    }

    private static Painter painter(PanelFigure figure, Trace trace, PanelOptions options, double share) {
        Knowledge knowledge = ExampleTraces.at(trace, share);
        return figure.measure(ExampleTraces.sample(trace), options).at(knowledge, ExampleTraces.english());
    }

    @ParameterizedTest
    @MethodSource("figuresOfCells")
    void aFigureIsDrawnWhereverTheDebuggerStandsAndHowSmallItIs(PanelFigure figure, Trace trace) {
        for (double share : new double[] {0, 0.3, 0.8, 1}) {
            int chains = trace.network().chains().size();
            Painter painter = painter(figure, trace, PanelOptions.DEFAULT.withChain(chains - 1), share);
            for (int side : new int[] {30, 200, 700}) {
                new Surface(2 * side, side, 1).paint(painter, Palette.dark());
                for (int x = 0; x < 2 * side; x += 7) {
                    painter.at(x, side / 2.0, 2 * side, side);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("figuresOfCells")
    void aFigureCanBeExportedInEveryFormat(PanelFigure figure, Trace trace) throws IOException {
        Painter painter = painter(figure, trace, 0.8);
        for (FileFormat format : FileFormat.values()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            new Exporter(SIZE, Palette.print(), Exporter.LOGICAL_DPI).write(painter, format, out);
            assertTrue(out.size() > 10, figure + " as " + format);
        }
    }

    @ParameterizedTest
    @MethodSource("figuresOfCells")
    void itsTableIsRectangularAndItsDescriptionInPlainWords(PanelFigure figure, Trace trace) {
        Painter painter = painter(figure, trace, 1);
        int columns = ((Tabular) painter).header().size();
        ((Tabular) painter).rows().forEach(row -> assertEquals(columns, row.size()));
        String words = ((Described) painter).description();
        assertFalse(words.contains("\\") || words.contains("$") || words.contains("{"), words);
    }

    /** No number of the backward pass is told before it has run. */
    @ParameterizedTest
    @EnumSource(
            value = PanelFigure.class,
            names = {"GRADIENT_FLOW", "LOSS_SPLIT", "SHARES"})
    void beforeTheFirstLineNoGradientIsTold(PanelFigure figure) {
        Tabular table = (Tabular) painter(figure, trace(new Lstm(), 1), 0);
        assertTrue(table.rows()
                .allMatch(row -> row.subList(1, row.size()).stream().allMatch(String::isEmpty)));
        for (int x = 0; x < SIZE.width(); x += 5) {
            for (int y = 0; y < SIZE.height(); y += 5) {
                assertTrue(
                        ((Painter) table).at(x, y, SIZE.width(), SIZE.height()).isEmpty());
            }
        }
    }

    @Test
    void whatIsPointedAtSaysItsNumber() {
        Trace trace = trace(new Rnn(Activation.TANH), 1);
        for (PanelFigure figure : PanelFigure.values()) {
            Painter painter = painter(figure, trace, 1);
            boolean told = false;
            for (int x = 0; x < SIZE.width(); x += 3) {
                for (int y = 0; y < SIZE.height(); y += 3) {
                    told |= painter.at(x, y, SIZE.width(), SIZE.height())
                            .map(Hit::text)
                            .filter(text -> text.matches(".*\\d.*") && !text.contains("$"))
                            .isPresent();
                }
            }
            assertTrue(told, figure.id());
        }
    }

    @Test
    void aStateThatIsNotFiniteIsSaidInPlaceOfItsPortrait() {
        Trace drawn = ExampleTraces.trace(ExampleTraces.network(new Rnn(Activation.IDENTITY), 1, 2, 1), 40, 1);
        Tensor huge = Tensor.of(new double[] {1e20, 0, 0, 1e20}, 2, 2);
        Trace trace = ExampleTraces.withParameters(drawn, drawn.parameters().with("weight_hh_l0", huge));
        assertTrue(String.join(" ", SvgText.of(painter(PanelFigure.PHASE, trace, 1), SIZE))
                .contains("not finite"));
        for (PanelFigure figure : PanelFigure.values()) {
            new Surface(430, 270, 1).paint(painter(figure, trace, 1), Palette.light());
        }
    }

    @Test
    void everyFigureIsFoundByItsName() {
        for (PanelFigure figure : PanelFigure.values()) {
            assertEquals(figure, PanelFigure.of(figure.id()).orElseThrow());
        }
        assertTrue(PanelFigure.of("nothing").isEmpty());
    }
}
