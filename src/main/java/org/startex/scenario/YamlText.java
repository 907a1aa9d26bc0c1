package org.startex.scenario;

import java.io.StringReader;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads a YAML text as nodes that know their lines. Nothing is ever constructed from a tag, and references inside a file are not followed. */
final class YamlText {
    private static final int DEEPEST = 20;

    private YamlText() {}

    /** The text's root, or nothing after saying why not. */
    static Optional<Node> parse(String file, String text, Findings findings) {
        try {
            Node root = yaml().compose(new StringReader(withoutByteOrderMark(text)));
            if (root == null) {
                findings.add(Rule.EMPTY, file, 1, file);
                findings.breaks();
            }
            return Optional.ofNullable(root);
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
            findings.add(Rule.YAML, file, mark == null ? 1 : mark.getLine() + 1, String.valueOf(e.getProblem()));
        } catch (YAMLException e) {
            findings.add(Rule.YAML, file, 1, String.valueOf(e.getMessage()));
        }
        findings.breaks();
        return Optional.empty();
    }

    private static String withoutByteOrderMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static Yaml yaml() {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(0);
        options.setNestingDepthLimit(DEEPEST);
        options.setCodePointLimit(Limits.YAML_BYTES);
        return new Yaml(new SafeConstructor(options));
    }
}
