package unroll.plot.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import unroll.core.model.Site;
import unroll.core.op.Quantity;
import unroll.core.op.Scale;
import unroll.plot.Hit;
import unroll.plot.Palette;
import unroll.plot.Role;
import unroll.plot.Size;
import unroll.plot.Surface;
import unroll.plot.SvgText;
import unroll.plot.lanes.UnitTarget;

class SheetPainterTest {
    private static final UnitTarget SUBJECT =
            new UnitTarget(new Site(0, Quantity.state("h", Scale.SIGNED_UNIT)), false, 2, 1);
    private static final UnitTarget OTHER = SUBJECT;

    private record Place(int number) implements Hit.Target {}

    private static final List<Row> ROWS = List.of(
            Paragraph.of(Saying.of("where $h_{9}[4]$ comes from, in a sentence of several words"), Type.NOTE),
            new FormulaRow(List.of("= 0.12", "{} - 0.34", "{} + 0.56"), Role.MUTED, "= 0.12 − 0.34 + 0.56"),
            new Bar(
                    new Saying("$h_{8}[11]$", "h₈[11]"),
                    -0.25,
                    0.5,
                    "U[4,11] · h₈[11] = −0.25",
                    Optional.of(new Place(1))),
            new Bar(Saying.of("$h_{8}[3]$"), 0.5, 0.5, "", Optional.of(new Place(2))),
            new Bar(Saying.of("9 others"), 0, 0.5, "", Optional.empty()),
            new Pair(Saying.of("from t = 4"), "80 %"),
            new Gap(10),
            Paragraph.link(Saying.of("line 2"), new Place(3)),
            new Sparkline(SUBJECT, 4, List.of(point(0, 0), point(1, -0.5), point(2, 0.5), point(4, 1))));

    private final SheetPainter sheet = SheetPainter.of(ROWS);

    private static Sparkline.Point point(int t, double value) {
        return new Sparkline.Point(t, value);
    }

    private static int[] pixels(SheetPainter painter, Palette palette) {
        Surface surface = new Surface(320, 400, 1);
        surface.paint(painter, palette);
        return surface.pixels();
    }

    @Test
    void showsNamesAndNumbers() {
        List<String> texts = SvgText.of(sheet, new Size(320, 400));
        assertTrue(
                texts.containsAll(List.of("−0.25", "0.5", "9 others", "80 %", "line", "t = 0", "t = 4")),
                texts::toString);
    }

    @Test
    void aNarrowerSheetIsTaller() {
        assertTrue(sheet.height(150) > sheet.height(320));
        assertTrue(sheet.height(320) > sheet.height(900));
    }

    @Test
    void aFormulaBreaksBeforeASummand() {
        Row formula = ROWS.get(1);
        double line = formula.height(1000);
        assertTrue(formula.height(100) > 1.8 * line);
        assertTrue(formula.height(60) > 2.5 * line);
    }

    @Test
    void aPairTakesTwoLinesWhereItsEndsWouldMeet() {
        Row pair = new Pair(Saying.of("passes on all of it"), "0.25");
        assertEquals(2 * pair.height(300), pair.height(100));
    }

    @Test
    void linksAreFoundByMouseAndByKeys() {
        List<Hit> links = sheet.links(320);
        assertEquals(
                List.of(new Place(1), new Place(2), new Place(3)),
                links.stream().map(Hit::target).toList());
        for (Hit link : links) {
            double x = link.area().x() + link.area().width() / 2;
            double y = link.area().y() + link.area().height() / 2;
            assertEquals(Optional.of(link), sheet.at(x, y, 320, 400));
        }
        assertEquals("U[4,11] · h₈[11] = −0.25", links.get(0).text());
        assertEquals(Optional.empty(), sheet.at(160, 2, 320, 400));
        assertEquals(Optional.empty(), sheet.at(160, 4000, 320, 400));
    }

    @Test
    void aStepOfTheCurveCanBePointedAt() {
        double bottom = sheet.height(320) - 30;
        List<UnitTarget> steps = IntStream.range(0, 320)
                .mapToObj(x -> sheet.at(x, bottom, 320, 400))
                .flatMap(Optional::stream)
                .map(hit -> (UnitTarget) hit.target())
                .distinct()
                .toList();
        assertEquals(List.of(0, 1, 2, 4), steps.stream().map(UnitTarget::t).toList(), "step 3 is not known");
        assertTrue(steps.contains(OTHER));
    }

    @Test
    void theLinkThatKeysStandOnIsRinged() {
        for (Palette palette : List.of(Palette.light(), Palette.dark())) {
            int[] plain = pixels(sheet, palette);
            int[] focused = pixels(sheet.withFocus(OptionalInt.of(0)), palette);
            long different = IntStream.range(0, plain.length)
                    .filter(i -> plain[i] != focused[i])
                    .count();
            assertTrue(different > 400, "a ring of " + different);
        }
    }

    @Test
    void barsHaveTheColourOfTheirSign() {
        Palette palette = Palette.light();
        int[] pixels = pixels(SheetPainter.of(ROWS.subList(2, 5)), palette);
        long negative = IntStream.of(pixels)
                .filter(each -> each == palette.argb(Role.NEGATIVE))
                .count();
        long positive = IntStream.of(pixels)
                .filter(each -> each == palette.argb(Role.POSITIVE))
                .count();
        assertTrue(negative > 100);
        assertEquals(2, (double) positive / negative, 0.1);
    }

    @Test
    void readsToScreenReadersLineByLine() {
        List<String> lines = sheet.text().lines().toList();
        assertEquals("= 0.12 − 0.34 + 0.56", lines.get(1));
        assertEquals("h₈[11] −0.25", lines.get(2));
        assertFalse(sheet.text().contains("$"));
    }

    @Test
    void numbersInFormulasAreWrittenAsEverywhere() {
        assertEquals("-0.25", NumberTex.of(-0.25));
        assertEquals("-3.116\\mathrm{e}{-}4", NumberTex.of(-3.116e-4));
        assertEquals("1.5\\mathrm{e}20", NumberTex.of(1.5e20));
        assertEquals("\\mathrm{NaN}", NumberTex.of(Double.NaN));
        assertEquals("-\\infty", NumberTex.of(Double.NEGATIVE_INFINITY));
    }

    @Test
    void aGradientsCurveIsLogarithmic() {
        Span span = Span.of(List.of(point(1, -1e-4), point(2, 0), point(3, 1e-2), point(4, Double.NaN)), true);
        assertEquals(new Span(1e-4, 1e-2, true), span);
        assertEquals(0.5, span.position(-1e-3), 1e-12);
        assertFalse(span.shows(0));
        assertFalse(span.crossesZero());
        Span flat = Span.of(List.of(point(1, 3)), false);
        assertEquals(0.5, flat.position(3));
        assertEquals(new Span(0, 0, false), Span.of(List.of(), false));
    }
}
