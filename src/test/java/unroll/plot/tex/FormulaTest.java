package unroll.plot.tex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FormulaTest {

    /** Every formula of the cells' listings, losses and optimisers. */
    private static final String LISTING = """
        a_t = W x_t + U h_{t-1} + b_x + b_h
        h_t = \\varphi(a_t)
        \\delta a_t = \\delta h_t \\odot \\varphi'(a_t)
        \\delta h_{t-1} \\mathrel{+}= U^\\top \\delta a_t
        \\delta x_t \\mathrel{+}= W^\\top \\delta a_t
        \\delta W \\mathrel{+}= \\delta a_t x_t^\\top,\\ \\ldots
        i_t = \\sigma(a^i_t)
        f_t = \\sigma(a^f_t)
        g_t = \\tanh(a^g_t)
        o_t = \\sigma(a^o_t)
        c_t = f_t \\odot c_{t-1} + i_t \\odot g_t
        m_t = \\tanh(c_t)
        h_t = o_t \\odot m_t
        \\delta o_t = \\delta h_t \\odot m_t
        \\delta m_t = \\delta h_t \\odot o_t
        \\delta c_t \\mathrel{+}= \\delta m_t \\odot (1-m_t^2)
        \\delta f_t = \\delta c_t \\odot c_{t-1}
        \\delta c_{t-1} \\mathrel{+}= \\delta c_t \\odot f_t
        \\delta i_t = \\delta c_t \\odot g_t
        \\delta g_t = \\delta c_t \\odot i_t
        \\delta a^i_t = \\delta i_t \\odot i_t \\odot (1-i_t),\\ \\ldots
        a_t = W_{rz} x_t + U_{rz} h_{t-1} + b_x + b_h
        r_t = \\sigma(a^r_t)
        z_t = \\sigma(a^z_t)
        q_t = U_n h_{t-1} + b_{h,n}
        a^n_t = W_n x_t + r_t \\odot q_t + b_{x,n}
        n_t = \\tanh(a^n_t)
        h_t = (1-z_t) \\odot n_t + z_t \\odot h_{t-1}
        \\delta z_t = \\delta h_t \\odot (h_{t-1} - n_t)
        \\delta n_t = \\delta h_t \\odot (1-z_t)
        \\delta h_{t-1} \\mathrel{+}= \\delta h_t \\odot z_t
        \\delta a^n_t = \\delta n_t \\odot (1-n_t^2)
        \\delta r_t = \\delta a^n_t \\odot q_t
        \\delta q_t = \\delta a^n_t \\odot r_t
        \\delta h_{t-1} \\mathrel{+}= U_n^\\top \\delta q_t
        \\delta a^r_t = \\delta r_t \\odot r_t \\odot (1-r_t),\\ \\ldots
        \\delta h_{t-1} \\mathrel{+}= U_{rz}^\\top \\delta a_t
        \\delta x_t \\mathrel{+}= W_{rz}^\\top \\delta a_t + W_n^\\top \\delta a^n_t
        s_t = r_t \\odot h_{t-1}
        a^n_t = W_n x_t + U_n s_t + b_{x,n} + b_{h,n}
        \\delta s_t = U_n^\\top \\delta a^n_t
        \\delta r_t = \\delta s_t \\odot h_{t-1}
        \\delta h_{t-1} \\mathrel{+}= \\delta s_t \\odot r_t
        u_t = [x_t ; h_{t-1}]
        h_t = W u_t + b
        \\delta u_t \\mathrel{+}= W^\\top \\delta h_t
        \\delta h_{t-1} \\mathrel{+}= \\delta u_t[I{:}]
        \\delta x_t \\mathrel{+}= \\delta u_t[{:}I]
        y_t = V h_t + b_y
        \\delta h_t \\mathrel{+}= V^\\top \\delta y_t
        \\hat y_t = \\sigma(V h_t + V_x x_t + b_y)
        \\hat y_t = \\log\\mathrm{softmax}(V u_t + b_y)
        y_n = V h_n + b_y
        L_t = \\mathrm{mean}(\\hat y_t - y^*_t)^2
        \\delta \\hat y_t = \\tfrac{2w}{BO}(\\hat y_t - y^*_t)
        L_t = -\\log p_t[y^*_t]
        \\delta y_t = \\tfrac{w}{B}(p_t - 1_{y^*_t})
        L_t = -\\hat y_t[y^*_t]
        N = \\lVert g \\rVert_2
        g \\leftarrow g \\cdot \\min(1, \\theta / N)
        g \\leftarrow g + \\lambda w
        w \\leftarrow w - \\eta g
        d \\leftarrow \\mu d + (1-\\tau) g
        w \\leftarrow w - \\eta d
        v \\leftarrow \\rho v + (1-\\rho) g^2
        w \\leftarrow w - \\eta g / (\\sqrt v + \\varepsilon)
        v \\leftarrow v + g^2
        m \\leftarrow \\beta_1 m + (1-\\beta_1) g
        w \\leftarrow w - \\eta \\hat m / (\\sqrt{\\hat v} + \\varepsilon)
        w \\leftarrow w - \\hat\\eta\\, m / (\\sqrt v + \\varepsilon)
        g \\leftarrow g + \\lambda_2 w
        \\eta = \\min(1, k / w) \\eta_0 \\gamma^{\\lfloor \\max(k-1-w, 0) / s \\rfloor}
        \\eta = \\eta_1+\\frac{1}{2} (\\eta_0-\\eta_1) (1+\\cos(\\pi \\min((k-1) / K, 1)))
        """;

    static Stream<String> listing() {
        return LISTING.lines();
    }

    @ParameterizedTest
    @MethodSource("listing")
    void everyLineOfTheListingCanBeSet(String tex) {
        FormulaLayout layout = Formula.parse(tex).layout(16);
        assertTrue(layout.width() > 16 && layout.ascent() > 5 && layout.ascent() < 32, tex);
        for (Symbol symbol : layout.symbols()) {
            assertTrue(symbol.area().width() > 0, symbol.source() + " in " + tex);
            assertEquals(
                    symbol.source(), tex.substring(symbol.start(), symbol.end()).strip());
        }
    }

    @ParameterizedTest
    @MethodSource("listing")
    void sizesGrowWithTheFont(String tex) {
        Formula formula = Formula.parse(tex);
        assertEquals(2 * formula.layout(20).width(), formula.layout(40).width(), 0.5);
    }

    @Test
    void scriptsAndAccentsBelongToTheirSymbol() {
        assertEquals(
                List.of("\\delta", "\\hat y_t", "=", "U^\\top", "h'_{t-1}", "\\mathrel{+}", "\\mathrm{mean}"),
                sources("\\delta \\hat y_t = U^\\top h'_{t-1} \\mathrel{+} \\mathrm{mean}"));
    }

    @Test
    void theSmallestSymbolUnderThePointIsFound() {
        FormulaLayout layout = Formula.parse("\\left(\\frac{a}{b_1}\\right)").displayLayout(30);
        Symbol below = symbol(layout, "b_1");
        double x = below.area().x() + below.area().width() / 2;
        double y = below.area().y() + below.area().height() / 2;
        assertEquals("b_1", layout.at(x, y).orElseThrow().source());
        assertTrue(layout.at(1, -8).orElseThrow().source().startsWith("\\left("));
        assertTrue(layout.at(-1, 0).isEmpty());
        assertTrue(y > 0, "the denominator lies below the axis");
    }

    @Test
    void oneSymbolCanBeBroughtOut() {
        FormulaLayout layout = Formula.parse("h_t = W x_t").layout(40);
        BufferedImage image = new BufferedImage(200, 80, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        layout.paint(g, 0, 50, symbol -> symbol.source().equals("x_t") ? Color.RED : Color.BLUE);
        g.dispose();
        Symbol lit = symbol(layout, "x_t");
        for (int x = 0; x < 200; x++) {
            boolean inside =
                    x >= Math.floor(lit.area().x()) && x <= Math.ceil(lit.area().right());
            for (int y = 0; y < 80; y++) {
                int other = inside ? image.getRGB(x, y) & 0x0000ff : image.getRGB(x, y) & 0xff0000;
                assertEquals(0, other, x + ", " + y);
            }
        }
    }

    @Test
    void aSignHasNoRoomAroundItButASumHas() {
        assertTrue(width("a-b") > width("a{-}b"));
        assertEquals(width("{=}") + width("{-}") + width("x"), width("{=}{-}x"), 1e-6);
        assertTrue(width("= -x") < width("= a-x") - width("a"));
    }

    @Test
    void scriptsAreSmaller() {
        assertTrue(width("x_t") < width("xt"));
        assertTrue(Formula.parse("x^2").layout(16).ascent()
                > Formula.parse("x").layout(16).ascent());
        assertTrue(Formula.parse("x_t").layout(16).descent()
                > Formula.parse("x").layout(16).descent());
    }

    @Test
    void displayStyleStacksLimits() {
        Formula sum = Formula.parse("\\sum_{k=1}^T x_k");
        FormulaLayout inline = sum.layout(16);
        FormulaLayout display = sum.displayLayout(16);
        assertTrue(display.ascent() + display.descent() > 1.4 * (inline.ascent() + inline.descent()));
    }

    @Test
    void bracketsGrowWithTheirContent() {
        String rows = "1 \\\\ 2 \\\\ 3 \\\\ 4 \\\\ 5 \\\\ 6 \\\\ 7";
        FormulaLayout layout =
                Formula.parse("\\begin{bmatrix}" + rows + "\\end{bmatrix}").layout(16);
        double inner = Formula.parse("\\begin{matrix}" + rows + "\\end{matrix}")
                .layout(16)
                .ascent();
        assertTrue(layout.ascent() > 0.85 * inner && layout.ascent() < 1.15 * inner);
    }

    @Test
    void unicodeReadsLikeItsCommand() {
        assertEquals(width("\\delta h \\odot \\partial \\le x'"), width("δh ⊙ ∂ ≤ x′"), 1e-9);
    }

    @Test
    void chineseWordsAreSetFromTheSystem() {
        assertFalse(Formula.parse("x \\text{ 时}").layout(16).symbols().isEmpty());
    }

    private static double width(String tex) {
        return Formula.parse(tex).layout(16).width();
    }

    private static List<String> sources(String tex) {
        return Formula.parse(tex).layout(16).symbols().stream()
                .map(Symbol::source)
                .toList();
    }

    private static Symbol symbol(FormulaLayout layout, String source) {
        return layout.symbols().stream()
                .filter(symbol -> symbol.source().equals(source))
                .findFirst()
                .orElseThrow();
    }
}
