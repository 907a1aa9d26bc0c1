package org.startex.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.startex.conduct.ConductService;
import org.startex.conduct.Exercise;
import org.startex.conduct.JoinCode;
import org.startex.conduct.Joining;
import org.startex.conduct.JoiningService;
import org.startex.conduct.Play;
import org.startex.conduct.Ticker;
import org.startex.kernel.CellCode;
import org.startex.kernel.ClientId;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.ExerciseRole;
import org.startex.kernel.InstallationRole;
import org.startex.kernel.PersonId;
import org.startex.ledger.Answer;
import org.startex.people.Caller;
import org.startex.people.PeopleService;
import org.startex.people.PersonName;
import org.startex.people.SignedInPerson;
import org.startex.testing.SettableTime;
import org.startex.testing.StartexTest;

/** A staff screen without a browser: somebody is signed in, components are found by what they are called. */
@StartexTest
public abstract class StaffScreenTest extends SpringBrowserlessTest {
    protected static final CellCode TACTICAL = new CellCode("tactical");

    @Autowired
    protected ConductService conduct;

    @Autowired
    protected JoiningService joining;

    @Autowired
    protected PeopleService people;

    @Autowired
    protected SettableTime time;

    @Autowired
    private Ticker ticker;

    private String username = "director";

    @Override
    @BeforeEach
    protected void initVaadinEnvironment() {
        signIn(username);
        super.initVaadinEnvironment();
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    /** From now on this demonstration person sits here. */
    protected void signIn(String who) {
        username = who;
        PersonName person = person(who);
        SignedInPerson signedIn = new SignedInPerson(person.person(), who, person.name(), roles(who), 1, true, null);
        SecurityContextHolder.getContext()
                .setAuthentication(new UsernamePasswordAuthenticationToken(signedIn, null, signedIn.getAuthorities()));
    }

    private static Set<InstallationRole> roles(String who) {
        return switch (who) {
            case "director" -> Set.of(InstallationRole.EXERCISE_DIRECTOR, InstallationRole.LRC_WORKING_GROUP);
            case "author" -> Set.of(InstallationRole.SCENARIO_AUTHOR);
            case "admin" -> Set.of(InstallationRole.ADMINISTRATOR);
            case "assessor" -> Set.of(InstallationRole.ASSESSOR);
            default -> Set.of();
        };
    }

    protected PersonName person(String who) {
        return people
                .directory(new Caller.SignedIn(PersonId.random(), Set.of(InstallationRole.EXERCISE_DIRECTOR)), who, 50)
                .stream()
                .filter(each -> each.username().equals(who))
                .findFirst()
                .orElseThrow();
    }

    protected Caller caller(String who) {
        return new Caller.SignedIn(person(who).person(), roles(who));
    }

    /** An exercise that the director has planned, with an evaluator. */
    protected ExerciseId aPlannedExercise() {
        ExerciseId id = conduct.plan(caller("director"), "caravan-site", "Caravan site, May", time.instant());
        done(conduct.giveRole(
                caller("director"), id, ClientId.random(), person("evaluator").person(), ExerciseRole.EVALUATOR));
        return id;
    }

    /** The same after STARTEX, with a player in the Tactical cell. */
    protected ExerciseId aRunningExercise() {
        ExerciseId id = aPlannedExercise();
        joins(id, TACTICAL, "A. Rahman");
        done(conduct.start(caller("director"), id, ClientId.random()));
        return id;
    }

    /** A player who joins by the cell's code; where the cell is null, one who waits to be admitted. */
    protected Caller.Joined joins(ExerciseId id, @org.jspecify.annotations.Nullable CellCode cell, String name) {
        JoinCode code = joining.codes(caller("director"), id).stream()
                .filter(each -> java.util.Objects.equals(each.cell(), cell))
                .findFirst()
                .orElseThrow();
        Joining.Result result = joining.join(
                Caller.NOBODY, new Joining.Request(code.code(), name, "Ambulance service", "", "10.1.1.1"));
        assertThat(result).isInstanceOf(Joining.Result.Joined.class);
        return new Caller.Joined(id, ((Joining.Result.Joined) result).participant());
    }

    protected static long done(CompletableFuture<Answer> answer) {
        Answer told = answer.orTimeout(10, TimeUnit.SECONDS).join();
        assertThat(told).isInstanceOf(Answer.Done.class);
        return ((Answer.Done) told).seq();
    }

    protected Exercise exercise(ExerciseId id) {
        return conduct.exercise(Caller.PROGRAM, id);
    }

    protected Play play(ExerciseId id) {
        return exercise(id).content().orElseThrow();
    }

    /** Presses the button with this caption. */
    protected void press(String caption) {
        test(find(Button.class).withText(caption).single()).click();
    }

    /** Whether such a button can be seen. */
    protected boolean offers(String caption) {
        return find(Button.class).withText(caption).exists();
    }

    protected void write(String label, String text) {
        if (find(TextArea.class).withLabel(label).exists()) {
            test(find(TextArea.class).withLabel(label).single()).setValue(text);
        } else {
            test(find(TextField.class).withLabel(label).single()).setValue(text);
        }
    }

    /** Lets the page take its turns until this holds; an act is answered only after its commit. */
    protected void eventually(BooleanSupplier holds) {
        for (int i = 0; i < 400; i++) {
            roundTrip();
            if (holds.getAsBoolean()) {
                return;
            }
            try {
                Thread.sleep(10);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        }
        fail("did not come to hold; the page says: " + pageText());
    }

    /** The director and a controller do the same in the same moment: it is done once, and the other is told why not. */
    protected void isDoneOnceByTwoAtOnce(
            ExerciseId id, Function<Caller, CompletableFuture<Answer>> act, String refusal) {
        Caller director = caller("director");
        done(conduct.giveRole(
                director, id, ClientId.random(), person("controller").person(), ExerciseRole.CONTROLLER));
        CountDownLatch go = new CountDownLatch(1);
        List<CompletableFuture<Answer>> answers = List.of(director, caller("controller")).stream()
                .map(who -> CompletableFuture.supplyAsync(() -> {
                    try {
                        go.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    return act.apply(who).join();
                }))
                .toList();
        go.countDown();
        List<Answer> told = answers.stream()
                .map(answer -> answer.orTimeout(10, TimeUnit.SECONDS).join())
                .toList();
        assertThat(told).filteredOn(Answer.Done.class::isInstance).hasSize(1);
        assertThat(told)
                .filteredOn(Answer.Refused.class::isInstance)
                .singleElement()
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> assertThat(refused.reason().code()).isEqualTo(refusal));
    }

    /** Whether these words are somewhere on the page. */
    protected boolean says(String words) {
        return pageText().contains(words);
    }

    /** Everything that can be seen, in the order of the page. */
    protected String pageText() {
        return find(Component.class).all().stream()
                .map(component -> component.getElement().getText())
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining(" "));
    }

    /** Real time passes while the program is alive. */
    protected void pass(Duration real) {
        for (long second = 0; second < real.toSeconds(); second++) {
            time.advance(Duration.ofSeconds(1));
            ticker.beat();
        }
    }

    protected <T extends Component> T one(Class<T> type) {
        return find(type).single();
    }
}
