package org.startex;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Benchmarks are run by hand and rarely; that they still fit the program is seen each time. */
class BenchmarksTest {
    @Test
    void theyCompile(@TempDir Path target) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (Stream<Path> files = Files.walk(Path.of("src/bench/java"));
                StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            List<Path> sources =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
            boolean fits = compiler.getTask(
                            said,
                            manager,
                            null,
                            List.of("-proc:none", "-nowarn", "-Xlint:none", "-d", target.toString(), "-cp", classPath),
                            null,
                            manager.getJavaFileObjectsFromPaths(sources))
                    .call();
            assertThat(fits).as(said.toString()).isTrue();
        }
    }
}
