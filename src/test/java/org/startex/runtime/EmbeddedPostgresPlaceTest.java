package org.startex.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.startex.runtime.EmbeddedPostgresProblem.Reason.DATA_OUT_OF_REACH;
import static org.startex.runtime.EmbeddedPostgresProblem.Reason.ROOT;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.startex.runtime.EmbeddedPostgresPlace.Machine;

/** As whom PostgreSQL runs, on machines of every kind. */
class EmbeddedPostgresPlaceTest {
    @TempDir
    Path folder;

    private Path home;
    private Path elsewhere;

    @BeforeEach
    void makeFolders() throws IOException {
        home = Files.createDirectory(folder.resolve("home"));
        elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    }

    @Test
    void anOrdinaryUserRunsItAsThemselves() throws IOException {
        EmbeddedPostgresPlace place = EmbeddedPostgresPlace.in(home, new Fake(false, false, false));
        assertThat(place.prefix()).isEmpty();
        assertThat(place.folder()).isEqualTo(home.resolve("postgres")).isDirectory();
    }

    @Test
    void rootRunsItInAUserNamespace() throws IOException {
        EmbeddedPostgresPlace place = EmbeddedPostgresPlace.in(home, new Fake(true, true, true));
        assertThat(place.prefix()).containsExactly("unshare", "-U");
        assertThat(place.isOutside(home)).isFalse();
    }

    @Test
    void withoutNamespacesRootRunsItAsNobodyWhoOwnsTheFiles() throws IOException {
        Fake machine = new Fake(true, false, true);
        EmbeddedPostgresPlace place = EmbeddedPostgresPlace.in(home, machine);
        assertThat(place.prefix()).startsWith("setpriv", "--reuid=65534");
        assertThat(place.isOutside(home)).isFalse();
        assertThat(machine.given).isEqualTo(home.resolve("postgres") + " to 65534");
    }

    @Test
    void whereNobodyCannotReachTheHomeTheFilesLieElsewhereAndStayThere() throws IOException {
        Fake machine = new Fake(true, false, true);
        machine.outOfReach = home;
        EmbeddedPostgresPlace place = EmbeddedPostgresPlace.in(home, machine);
        assertThat(place.isOutside(home)).isTrue();
        assertThat(place.folder()).hasParent(elsewhere);
        Files.createDirectory(place.folder().resolve("data"));
        machine.owner = 65534;
        machine.namespaces = true;
        EmbeddedPostgresPlace later = EmbeddedPostgresPlace.in(home, machine);
        assertThat(later.folder()).isEqualTo(place.folder());
        assertThat(later.prefix()).startsWith("setpriv");
    }

    @Test
    void dataOfAnOrdinaryUserStaysTheirsWhenRootStartsIt() throws IOException {
        Files.createDirectories(home.resolve("postgres/data"));
        Fake machine = new Fake(true, true, true);
        machine.owner = 1000;
        assertThat(EmbeddedPostgresPlace.in(home, machine).prefix()).startsWith("setpriv", "--reuid=1000");
    }

    @Test
    void existingDataOutOfReachIsRefusedAndNotStartedAnew() throws IOException {
        Files.createDirectories(home.resolve("postgres/data"));
        Fake machine = new Fake(true, false, true);
        machine.outOfReach = home;
        assertThatThrownBy(() -> EmbeddedPostgresPlace.in(home, machine))
                .isInstanceOfSatisfying(
                        EmbeddedPostgresProblem.class,
                        problem -> assertThat(problem.reason()).isEqualTo(DATA_OUT_OF_REACH));
    }

    @Test
    void whereNothingWorksRootIsToldSo() {
        assertThatThrownBy(() -> EmbeddedPostgresPlace.in(home, new Fake(true, false, false)))
                .isInstanceOfSatisfying(
                        EmbeddedPostgresProblem.class,
                        problem -> assertThat(problem.reason()).isEqualTo(ROOT));
    }

    private final class Fake implements Machine {
        private final boolean root;
        private final boolean setpriv;
        private boolean namespaces;
        private int owner;
        private Path outOfReach = Path.of("nothing");
        private String given = "";

        Fake(boolean root, boolean namespaces, boolean setpriv) {
            this.root = root;
            this.namespaces = namespaces;
            this.setpriv = setpriv;
        }

        @Override
        public boolean works(List<String> command) {
            if (command.getFirst().equals("unshare")) {
                return namespaces;
            }
            return setpriv && !Path.of(command.getLast()).startsWith(outOfReach);
        }

        @Override
        public boolean isRoot() {
            return root;
        }

        @Override
        public int owner(Path file) {
            return owner;
        }

        @Override
        public void give(Path tree, int uid) {
            given = tree + " to " + uid;
        }

        @Override
        public List<Path> elsewhere() {
            return List.of(elsewhere);
        }
    }
}
