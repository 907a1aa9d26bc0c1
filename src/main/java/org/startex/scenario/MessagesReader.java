package org.startex.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.startex.kernel.CellCode;
import org.startex.kernel.MessageRules;
import org.startex.scenario.YamlMap.Located;
import org.startex.standards.NearMisses;

/** Reads who may write to whom: {@code between-cells}, {@code control-only}, or a list of pairs such as {@code tactical with rest-centre}. */
final class MessagesReader {
    private static final String KEY = "messages";
    private static final String BODIES = "outside-bodies";
    private static final String BETWEEN_CELLS = "between-cells";
    private static final String CONTROL_ONLY = "control-only";
    private static final String WITH = " with ";

    private final String file;
    private final Findings findings;

    MessagesReader(String file, Findings findings) {
        this.file = file;
        this.findings = findings;
    }

    /** @param cells the codes of the scenario's cells */
    MessageRules read(YamlMap map, Set<String> cells) {
        List<String> bodies = bodies(map);
        if (map.isList(KEY)) {
            return new MessageRules(false, pairs(map, cells), bodies);
        }
        String word = map.textOrNothing(KEY, Limits.LINE);
        if (!word.isEmpty() && !word.equals(BETWEEN_CELLS) && !word.equals(CONTROL_ONLY)) {
            findings.add(
                    Rule.MESSAGES_FORM,
                    file,
                    map.line(KEY),
                    NearMisses.of(word, List.of(BETWEEN_CELLS, CONTROL_ONLY)),
                    word);
        }
        return new MessageRules(!word.equals(CONTROL_ONLY), List.of(), bodies);
    }

    private List<MessageRules.Pair> pairs(YamlMap map, Set<String> cells) {
        List<MessageRules.Pair> pairs = new ArrayList<>();
        for (Located line : map.words(KEY)) {
            String[] two = line.value().split(WITH, -1);
            if (two.length != 2 || two[0].strip().equals(two[1].strip())) {
                findings.add(Rule.MESSAGES_FORM, file, line.line(), line.value());
            } else {
                // Both are looked at, so that both are reported.
                boolean first = known(two[0].strip(), line, cells);
                boolean second = known(two[1].strip(), line, cells);
                if (first && second) {
                    pairs.add(new MessageRules.Pair(new CellCode(two[0].strip()), new CellCode(two[1].strip())));
                }
            }
        }
        return pairs;
    }

    private boolean known(String code, Located line, Set<String> cells) {
        if (cells.contains(code) && CellCode.isOne(code)) {
            return true;
        }
        findings.add(Rule.UNKNOWN_CELL, file, line.line(), NearMisses.of(code, cells), code, String.join(", ", cells));
        return false;
    }

    private List<String> bodies(YamlMap map) {
        return map.words(BODIES).stream().filter(this::fits).map(Located::value).toList();
    }

    private boolean fits(Located body) {
        if (body.value().isBlank()) {
            findings.add(Rule.EMPTY, file, body.line(), BODIES);
            return false;
        }
        if (body.value().length() > Limits.BODY) {
            findings.add(Rule.TOO_LONG, file, body.line(), BODIES, body.value().length(), Limits.BODY);
            return false;
        }
        return true;
    }
}
