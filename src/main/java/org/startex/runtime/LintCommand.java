package org.startex.runtime;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.startex.kernel.Texts;
import org.startex.scenario.LintReport;
import org.startex.scenario.ScenarioLint;
import org.startex.standards.StandardsCatalogue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what is wrong with a scenario, or with every scenario in a folder. */
@Command(name = "lint", mixinStandardHelpOptions = true)
final class LintCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR")
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Override
    public Integer call() throws IOException {
        Texts texts = Texts.of("runtime");
        List<Path> scenarios = scenarios();
        if (scenarios.isEmpty()) {
            throw new ParameterException(spec.commandLine(), texts.get("lint.none", folder.toString()));
        }
        PrintWriter out = spec.commandLine().getOut();
        StandardsCatalogue catalogue = StandardsCatalogue.load();
        boolean errors = false;
        for (Path scenario : scenarios) {
            LintReport report = ScenarioLint.lint(scenario, catalogue);
            if (!report.clean()) {
                out.println(report);
            }
            out.println(texts.get("lint.sum", report.slug(), report.errors(), report.warnings()));
            errors |= report.hasErrors();
        }
        out.flush();
        return errors ? Program.PROBLEMS : 0;
    }

    /** The folder itself if it is a scenario, or else the scenarios in it. */
    private List<Path> scenarios() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        if (isScenario(folder)) {
            return List.of(folder);
        }
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.filter(LintCommand::isScenario).sorted().toList();
        }
    }

    private static boolean isScenario(Path folder) {
        return Files.exists(folder.resolve("scenario.yaml")) || Files.exists(folder.resolve("injects.yaml"));
    }
}
