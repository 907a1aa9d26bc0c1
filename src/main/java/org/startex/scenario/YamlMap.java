package org.startex.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.startex.standards.NearMisses;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Keys and values of one map in a YAML file, each with its line. What it cannot give it reports; a value that must be there and is not breaks the scenario.
 */
final class YamlMap {
    private final String file;
    private final Findings findings;
    private final int line;
    private final Map<String, Node> values = new LinkedHashMap<>();

    /** A text with the line on which it begins. */
    record Located(String value, int line) {}

    private YamlMap(String file, Findings findings, int line) {
        this.file = file;
        this.findings = findings;
        this.line = line;
    }

    /** Reads a node as a map; keys that are not known are reported. */
    static Optional<YamlMap> of(String file, Node node, List<String> known, Findings findings) {
        if (!(node instanceof MappingNode mapping)) {
            findings.add(Rule.NOT_A_MAP, file, lineOf(node), String.join(", ", known));
            findings.breaks();
            return Optional.empty();
        }
        YamlMap map = new YamlMap(file, findings, lineOf(node));
        for (NodeTuple tuple : mapping.getValue()) {
            map.put(tuple, known);
        }
        return Optional.of(map);
    }

    private void put(NodeTuple tuple, List<String> known) {
        Node keyNode = tuple.getKeyNode();
        String key = keyNode instanceof ScalarNode scalar ? scalar.getValue() : "";
        if (!known.contains(key)) {
            findings.add(
                    Rule.UNKNOWN_KEY, file, lineOf(keyNode), NearMisses.of(key, known), key, String.join(", ", known));
        } else if (values.putIfAbsent(key, tuple.getValueNode()) != null) {
            findings.add(Rule.DUPLICATE_KEY, file, lineOf(keyNode), key);
        }
    }

    static int lineOf(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    /** The line on which the map begins. */
    int line() {
        return line;
    }

    /** The line of a value, or of the map where the value is missing. */
    int line(String key) {
        Node value = values.get(key);
        return value == null ? line : lineOf(value);
    }

    /** Whether a value is given, even an empty one. */
    boolean has(String key) {
        return values.containsKey(key);
    }

    /** A value of any form that must be there. */
    Optional<Node> node(String key) {
        return given(key);
    }

    /** A text that must be there. */
    Optional<Located> text(String key, int limit) {
        Optional<Located> text = given(key).flatMap(node -> scalar(key, node, limit));
        if (text.isEmpty()) {
            findings.breaks();
        }
        return text.filter(t -> {
            if (t.value.isBlank()) {
                findings.add(Rule.EMPTY, file, t.line, key);
                findings.breaks();
                return false;
            }
            return true;
        });
    }

    /** A text that may be left out; empty if it is. */
    String textOrNothing(String key, int limit) {
        Node node = values.get(key);
        return node == null ? "" : scalar(key, node, limit).map(Located::value).orElse("");
    }

    /** A value that may be left out, or be a text or a list: whether it is a list. */
    boolean isList(String key) {
        return values.get(key) instanceof SequenceNode;
    }

    /** The nodes of a list that must be there. */
    Optional<List<Node>> list(String key) {
        return given(key).flatMap(node -> list(file, key, node, findings));
    }

    /** The nodes of a list that may be left out. */
    List<Node> listOrNothing(String key) {
        Node node = values.get(key);
        return node == null || isNothing(node)
                ? List.of()
                : list(file, key, node, findings).orElse(List.of());
    }

    /** One text of a list that has others beside texts. */
    Optional<Located> words(String key, Node item, int limit) {
        return scalar(key, item, limit).filter(text -> {
            if (text.value.isBlank()) {
                findings.add(Rule.EMPTY, file, text.line, key);
                findings.breaks();
            }
            return !text.value.isBlank();
        });
    }

    /** The texts of a list that may be left out. */
    List<Located> words(String key) {
        List<Located> words = new ArrayList<>();
        for (Node item : listOrNothing(key)) {
            scalar(key, item, Limits.LINE)
                    .filter(word -> notRepeated(key, word, words))
                    .ifPresent(words::add);
        }
        return words;
    }

    private boolean notRepeated(String key, Located word, List<Located> before) {
        boolean repeated = before.stream().anyMatch(b -> b.value.equals(word.value));
        if (repeated) {
            findings.add(Rule.REPEATED, file, word.line, word.value, key);
        }
        return !repeated;
    }

    /** A map that must be there. */
    Optional<YamlMap> map(String key, List<String> known) {
        return given(key).flatMap(node -> of(file, node, known, findings));
    }

    private Optional<Node> given(String key) {
        @Nullable Node node = values.get(key);
        if (node == null) {
            findings.add(Rule.MISSING, file, line, key);
            findings.breaks();
        }
        return Optional.ofNullable(node);
    }

    private Optional<Located> scalar(String key, Node node, int limit) {
        if (!(node instanceof ScalarNode scalar)) {
            findings.add(Rule.NOT_A_TEXT, file, lineOf(node), key);
            findings.breaks();
            return Optional.empty();
        }
        String value = isNothing(node) ? "" : scalar.getValue().strip();
        if (FileText.controlCharacter(value).isPresent()) {
            int at = FileText.controlCharacter(value).getAsInt();
            findings.add(Rule.CONTROL_CHARACTER, file, lineOf(node), "U+%04X".formatted((int) value.charAt(at)));
            findings.breaks();
            return Optional.empty();
        }
        int length = value.codePointCount(0, value.length());
        if (length > limit) {
            findings.add(Rule.TOO_LONG, file, lineOf(node), key, length, limit);
        }
        return Optional.of(new Located(value, lineOf(node)));
    }

    /** The nodes of a list, whatever stands in it. */
    static Optional<List<Node>> list(String file, String key, Node node, Findings findings) {
        if (node instanceof SequenceNode sequence) {
            return Optional.of(sequence.getValue());
        }
        findings.add(Rule.NOT_A_LIST, file, lineOf(node), key);
        findings.breaks();
        return Optional.empty();
    }

    private static boolean isNothing(Node node) {
        return Tag.NULL.equals(node.getTag());
    }
}
