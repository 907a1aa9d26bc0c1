package org.startex.authorisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.util.ClassUtils;
import org.startex.conduct.ConductService;
import org.startex.conduct.JoiningService;
import org.startex.debrief.FindingService;
import org.startex.lessons.LessonService;
import org.startex.people.Caller;
import org.startex.people.NotAllowed;
import org.startex.people.PeopleService;
import org.startex.testing.StartexTest;

/**
 * Tries every public method of every service with every kind of caller. What is expected is written by hand in {@code authorisation.csv};
 * a method without a row fails, and so does a row without a method. Allowed means that the caller is not refused for who they are: the act
 * may still be refused for what it is.
 */
@StartexTest
@TestPropertySource(properties = "startex.test.crowd=true") // leaves people and exercises behind
@TestInstance(Lifecycle.PER_CLASS)
class AuthorisationMatrixTest {
    private static final String TABLE = "/authorisation.csv";

    @Autowired
    ApplicationContext context;

    Callers callers;

    @BeforeAll
    void everybodyIsThere() throws Exception {
        callers = new Callers(
                context.getBean(PeopleService.class),
                context.getBean(ConductService.class),
                context.getBean(JoiningService.class),
                context.getBean(FindingService.class),
                context.getBean(LessonService.class),
                context.getBean(InstantSource.class).instant());
    }

    private record Act(Object bean, Method method) {
        /** As the table names it: {@code PeopleService.people(String int int)}. */
        String name() {
            return ClassUtils.getUserClass(bean).getSimpleName() + "." + method.getName() + "("
                    + Arrays.stream(method.getParameterTypes())
                            .skip(1)
                            .map(Class::getSimpleName)
                            .collect(Collectors.joining(" "))
                    + ")";
        }
    }

    @Test
    void everyPublicMethodOfAServiceTakesItsCallerFirst() {
        assertThat(acts()).isNotEmpty();
        assertThat(acts().values())
                .allSatisfy(act -> assertThat(act.method().getParameterTypes())
                        .as(act.name())
                        .startsWith(Caller.class));
    }

    @Test
    void theTableHasARowForEachMethodAndNoOther() throws IOException {
        assertThat(table().keySet()).containsExactlyInAnyOrderElementsOf(acts().keySet());
    }

    @TestFactory
    Stream<DynamicNode> onlyWhoMayIsLetThrough() throws IOException {
        Map<String, Map<String, Boolean>> table = table();
        Map<String, Caller> byColumn = callers.byColumn();
        Arguments arguments = new Arguments(callers);
        return acts().values().stream()
                .map(act -> DynamicContainer.dynamicContainer(
                        act.name(),
                        byColumn.entrySet().stream()
                                .map(who -> DynamicTest.dynamicTest(
                                        who.getKey(), () -> check(act, who, arguments, table.get(act.name()))))));
    }

    private static void check(
            Act act, Map.Entry<String, Caller> who, Arguments arguments, Map<String, Boolean> expected)
            throws Exception {
        assertThat(expected).as("row of " + act.name()).isNotNull().containsKey(who.getKey());
        assertThat(isLetThrough(act, who.getValue(), arguments))
                .as("%s by %s is allowed", act.name(), who.getKey())
                .isEqualTo(expected.get(who.getKey()));
    }

    private static boolean isLetThrough(Act act, Caller caller, Arguments arguments) throws Exception {
        List<Object> given = new ArrayList<>();
        given.add(caller);
        Arrays.stream(act.method().getParameterTypes())
                .skip(1)
                .map(arguments::of)
                .forEach(given::add);
        try {
            Object result = act.method().invoke(act.bean(), given.toArray());
            if (result instanceof Future<?> future) {
                future.get(20, TimeUnit.SECONDS);
            }
            return true;
        } catch (InvocationTargetException | ExecutionException e) {
            return !(e.getCause() instanceof NotAllowed);
        }
    }

    private Map<String, Act> acts() {
        Map<String, Act> acts = new TreeMap<>();
        context.getBeansOfType(Object.class, false, false).values().forEach(bean -> {
            Class<?> type = ClassUtils.getUserClass(bean);
            if (type.getName().startsWith("org.startex.")
                    && type.getSimpleName().endsWith("Service")) {
                Arrays.stream(type.getDeclaredMethods())
                        .filter(method -> Modifier.isPublic(method.getModifiers()))
                        .filter(method -> !Modifier.isStatic(method.getModifiers()) && !method.isSynthetic())
                        .map(method -> new Act(bean, method))
                        .forEach(act -> acts.put(act.name(), act));
            }
        });
        return acts;
    }

    private Map<String, Map<String, Boolean>> table() throws IOException {
        List<String> lines;
        try (InputStream in = AuthorisationMatrixTest.class.getResourceAsStream(TABLE)) {
            lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        }
        List<String> columns = cells(lines.getFirst());
        assertThat(columns.subList(1, columns.size()))
                .containsExactlyElementsOf(callers.byColumn().keySet());
        Map<String, Map<String, Boolean>> table = new LinkedHashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = cells(line);
            assertThat(cells).as(line).hasSameSizeAs(columns);
            Map<String, Boolean> row = new LinkedHashMap<>();
            for (int i = 1; i < columns.size(); i++) {
                assertThat(cells.get(i)).as(line).isIn("yes", "-");
                row.put(columns.get(i), cells.get(i).equals("yes"));
            }
            assertThat(table.put(cells.getFirst(), row)).as("two rows: " + line).isNull();
        }
        return table;
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split(",")).map(String::strip).toList();
    }
}
