package unroll.debug;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import unroll.core.model.Network;
import unroll.core.op.Equation;
import unroll.core.op.Op;
import unroll.core.op.ParameterRef;
import unroll.core.op.Term;

/** Writes the lines of a network in the letters of a convention. */
public final class Naming {
    /** What a word before it needs room from. */
    private static final Pattern FACTOR = Pattern.compile(" (?:\\p{L}|\\\\delta|\\\\hat|\\()");

    private final Map<String, String> plain = new LinkedHashMap<>();
    private final Map<String, String> tex = new LinkedHashMap<>();
    private final Map<String, String> update = new LinkedHashMap<>();

    /** The names of a network's parameters in a convention. */
    public Naming(Network network, Convention convention) {
        Stream.of(network.cellLines(0), network.headLines(), network.finalHeadLines())
                .flatMap(lines -> lines.stream().map(Equation::op))
                .filter(Op.Sum.class::isInstance)
                .flatMap(sum -> ((Op.Sum) sum).terms().stream())
                .forEach(term -> learn(term, convention));
        update.put("w", convention.weight());
        update.put("\\eta", convention.rate());
    }

    private void learn(Term term, Convention convention) {
        ParameterRef parameter = term instanceof Term.Product product
                ? product.matrix()
                : term instanceof Term.Bias bias ? bias.bias() : null;
        if (parameter != null) {
            Notation named = convention.parameter(parameter);
            plain.put(parameter.plain(), named.plain());
            tex.put(parameter.tex(), named.tex());
        }
    }

    /** A line of the forward or the backward phase, or a row of it. */
    public Notation of(Notation line) {
        return new Notation(replaced(line.plain(), plain), replaced(line.tex(), tex));
    }

    /** A line of the update. */
    public Notation ofUpdate(Notation line) {
        return new Notation(line.plain(), replaced(line.tex(), update));
    }

    /** Whole symbols only: the b of b_x is none by itself, nor is any letter of a command or a word. */
    private static String replaced(String text, Map<String, String> names) {
        if (names.isEmpty()) {
            return text;
        }
        String any = names.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        Matcher matcher = Pattern.compile("(?<![\\p{L}\\\\_])(?:" + any + ")(?![\\p{L}_]|,n)")
                .matcher(text);
        return matcher.replaceAll(found -> {
            String name = names.get(found.group());
            boolean runsOn = name.startsWith("\\mathrm")
                    && FACTOR.matcher(text).region(found.end(), text.length()).lookingAt();
            return Matcher.quoteReplacement(runsOn ? name + "\\," : name);
        });
    }
}
