package unroll.debug;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import unroll.core.model.Chain;
import unroll.core.model.Network;
import unroll.core.model.Site;
import unroll.core.op.Quantity;
import unroll.core.op.VectorRef;

/** Which vectors of a network the TeX of its lines names, and where. */
public final class Vocabulary {
    private static final String DELTA = "\\delta";

    /** A vector as the lines write it, and its names in watches and files: one a layer. */
    private final Map<String, Set<String>> ids = new LinkedHashMap<>();

    /**
     * A place in a formula that names a vector, or with a δ before it its gradient.
     *
     * @param start index of the first character, the δ included
     * @param end index after the last
     * @param ids such as {@code h}, {@code a.i} or {@code dh}; in a network of layers {@code h@2} as well
     */
    public record Mention(int start, int end, Set<String> ids) {
        public boolean covers(int index) {
            return index >= start && index < end;
        }

        public boolean isOneOf(Set<String> wanted) {
            return ids.stream().anyMatch(wanted::contains);
        }
    }

    public Vocabulary(Network network) {
        learn(new Site(0, Quantity.INPUT));
        for (Chain chain : network.chains()) {
            network.quantities(chain.layer()).forEach(quantity -> learn(chain.site(quantity)));
        }
        network.headQuantities().forEach(quantity -> learn(Site.head(quantity)));
    }

    private void learn(Site site) {
        Quantity quantity = site.quantity();
        String mark = site.mark();
        List<String> blocks = new ArrayList<>();
        for (int block = 0; block < quantity.blocks().size(); block++) {
            VectorRef part = quantity.block(block);
            note(part.tex(), Set.of(part.id() + mark));
            blocks.add(part.id() + mark);
        }
        Set<String> whole = blocks.isEmpty() ? Set.of(quantity.id() + mark) : Set.copyOf(blocks);
        note(quantity.now().tex(), whole);
        note(quantity.before().tex(), whole);
        note(quantity.before().tex().replace("{t-1}", "{t+1}"), whole);
        note(quantity.last().tex(), whole);
    }

    private void note(String tex, Set<String> names) {
        ids.computeIfAbsent(tex, each -> new LinkedHashSet<>()).addAll(names);
    }

    /** All vectors that a formula names, from left to right. */
    public List<Mention> mentions(String tex) {
        List<Mention> mentions = new ArrayList<>();
        int at = 0;
        while (at < tex.length()) {
            Optional<String> name = nameAt(tex, at);
            if (name.isPresent()) {
                mentions.add(mention(tex, at, name.get()));
                at += name.get().length();
            } else {
                at += tex.charAt(at) == '\\' ? commandLength(tex, at) : 1;
            }
        }
        return mentions;
    }

    private Mention mention(String tex, int at, String name) {
        String before = tex.substring(0, at).stripTrailing();
        int end = at + name.length();
        if (!before.endsWith(DELTA)) {
            return new Mention(at, end, Set.copyOf(ids.get(name)));
        }
        Set<String> gradients = new LinkedHashSet<>();
        ids.get(name).forEach(id -> gradients.add("d" + id));
        return new Mention(before.length() - DELTA.length(), end, gradients);
    }

    /** The longest name that begins at an index: a^n_t is not n_t. */
    private Optional<String> nameAt(String tex, int at) {
        return ids.keySet().stream()
                .filter(name -> tex.startsWith(name, at))
                .max((one, other) -> Integer.compare(one.length(), other.length()));
    }

    private static int commandLength(String tex, int at) {
        int end = at + 1;
        while (end < tex.length() && Character.isLetter(tex.charAt(end))) {
            end++;
        }
        return end - at;
    }
}
