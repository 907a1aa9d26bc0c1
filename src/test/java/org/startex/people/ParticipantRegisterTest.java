package org.startex.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.ParticipantId;
import org.startex.kernel.PersonId;
import org.startex.people.Registration.NameTaken;
import org.startex.people.Registration.NameUnfit;
import org.startex.people.Registration.Registered;
import org.startex.testing.DatabaseTest;
import org.startex.testing.SettableTime;

@DatabaseTest
class ParticipantRegisterTest {
    private final ExerciseId exercise = ExerciseId.random();
    private final DSLContext sql;
    private final ParticipantRegister register;
    private final AccountRepository accounts;

    ParticipantRegisterTest(DSLContext sql, SettableTime time) {
        this.sql = sql;
        register = new ParticipantRegister(new ParticipantRepository(sql), time);
        accounts = new AccountRepository(sql);
    }

    @Test
    void aPlayerIsKnownByNameUnderAPseudonym() {
        ParticipantId okafor = registered("  M.  Okafor ", "Borough council");
        assertThat(register.names(exercise))
                .containsExactlyEntriesOf(Map.of(okafor, new ParticipantName(okafor, "M. Okafor", "Borough council")));
        assertThat(register.name(exercise, okafor)).isPresent();
        assertThat(register.names(ExerciseId.random())).isEmpty();
    }

    @Test
    void aNameAndOrganisationBelongToOne() {
        registered("M. Okafor", "Borough council");
        assertThat(register.register(exercise, null, "m. OKAFOR", " borough Council"))
                .isEqualTo(new NameTaken());
        assertThat(register.register(exercise, null, "M. Okafor", "Police")).isInstanceOf(Registered.class);
        assertThat(register.register(ExerciseId.random(), null, "M. Okafor", "Borough council"))
                .isInstanceOf(Registered.class);
    }

    @Test
    void unfitNamesAreRefusedAndNothingIsWritten() {
        assertThat(register.register(exercise, null, " ", "")).isEqualTo(new NameUnfit(PlainName.Fault.EMPTY));
        assertThat(register.register(exercise, null, "a\0", "")).isEqualTo(new NameUnfit(PlainName.Fault.UNREADABLE));
        assertThat(register.register(exercise, null, "a", "x".repeat(81)))
                .isEqualTo(new NameUnfit(PlainName.Fault.TOO_LONG));
        assertThat(register.names(exercise)).isEmpty();
    }

    @Test
    void twoWhoTakeTheSameNameAtTheSameMomentAreTold() throws Exception {
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Registration>> tries = IntStream.range(0, 12)
                    .mapToObj(i -> pool.submit(() -> register.register(exercise, null, "M. Okafor", "")))
                    .toList();
            int registered = 0;
            for (Future<Registration> one : tries) {
                registered += one.get() instanceof Registered ? 1 : 0;
            }
            assertThat(registered).isEqualTo(1);
        }
        assertThat(register.names(exercise)).hasSize(1);
    }

    @Test
    void aPersonWithAnAccountTakesPartOnce() {
        PersonId person = person("okafor");
        Registration first = register.register(exercise, person, "M. Okafor", "");
        assertThat(register.register(exercise, person, "Somebody else", "")).isEqualTo(first);
        assertThat(register.ofPerson(exercise, person)).contains(((Registered) first).participant());
        assertThat(register.personOf(exercise, ((Registered) first).participant()))
                .contains(person);
        assertThat(register.exercisesOf(person)).containsExactly(exercise);
        assertThat(register.personOf(exercise, registered("J. Price", ""))).isEmpty();
    }

    @Test
    void aTokenTellsWhoAndWhereAndOnlyItsHashIsKept() {
        ParticipantId okafor = registered("M. Okafor", "");
        String token = register.issueToken(exercise, okafor);
        assertThat(token).matches("[A-Za-z0-9_-]{64}");
        assertThat(register.byToken(token)).contains(new Caller.Joined(exercise, okafor));
        byte[] kept =
                sql.fetchSingle("select token_hash from participant_token").get(0, byte[].class);
        byte[] bytes = Base64.getUrlDecoder().decode(token);
        assertThat(kept).hasSize(32).isEqualTo(Secrets.hash(bytes));
        assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
                .doesNotContain(new String(kept, StandardCharsets.ISO_8859_1));
    }

    @Test
    void whatIsNoTokenIsNobodys() {
        String token = register.issueToken(exercise, registered("M. Okafor", ""));
        String other = (token.charAt(63) == 'A' ? "B" : "A");
        for (String wrong : List.of(
                "",
                "x",
                token + "A",
                token.substring(1),
                token.substring(0, 63) + other,
                "\0".repeat(64),
                "é".repeat(64))) {
            assertThat(register.byToken(wrong)).isEmpty();
        }
    }

    @Test
    void aTokenCarriedToAnotherExerciseIsWorthNothing() {
        String here = register.issueToken(exercise, registered("M. Okafor", ""));
        ExerciseId elsewhere = ExerciseId.random();
        byte[] forged = Base64.getUrlDecoder().decode(here);
        System.arraycopy(Secrets.bytes(elsewhere.value()), 0, forged, 0, 16);
        assertThat(register.byToken(Secrets.text(forged))).isEmpty();
    }

    @Test
    void revokedTokensAndRejoinCodesAreOver() {
        ParticipantId okafor = registered("M. Okafor", "");
        ParticipantId price = registered("J. Price", "");
        String phone = register.issueToken(exercise, okafor);
        String tablet = register.issueToken(exercise, okafor);
        String code = register.issueRejoinCode(exercise, okafor);
        String other = register.issueToken(exercise, price);
        register.revokeTokens(exercise, okafor);
        assertThat(register.byToken(phone)).isEmpty();
        assertThat(register.byToken(tablet)).isEmpty();
        assertThat(register.byRejoinCode(exercise, code)).isEmpty();
        assertThat(register.byToken(other)).isPresent();
    }

    @Test
    void aRejoinCodeBringsItsOwnerBackHoweverItIsTyped() {
        ParticipantId okafor = registered("M. Okafor", "");
        String code = register.issueRejoinCode(exercise, okafor);
        assertThat(code).matches("[ACDEFGHJKMNPRTVWXY34679]{4}-[ACDEFGHJKMNPRTVWXY34679]{4}");
        assertThat(register.byRejoinCode(exercise, code)).contains(okafor);
        assertThat(register.byRejoinCode(
                        exercise, " " + code.toLowerCase(Locale.ROOT).replace("-", " ")))
                .contains(okafor);
        assertThat(register.byRejoinCode(ExerciseId.random(), code)).isEmpty();
        assertThat(register.byRejoinCode(exercise, "")).isEmpty();
        assertThat(register.byRejoinCode(exercise, "\0\0\0\0\0\0\0\0")).isEmpty();
        assertThat(sql.fetchSingle("select code_hash from rejoin_code").get(0, byte[].class))
                .isNotEqualTo(Secrets.hash(ReadableCode.plain(code)));
    }

    @Test
    void aNewRejoinCodeReplacesTheOld() {
        ParticipantId okafor = registered("M. Okafor", "");
        String first = register.issueRejoinCode(exercise, okafor);
        String second = register.issueRejoinCode(exercise, okafor);
        assertThat(register.byRejoinCode(exercise, first)).isEmpty();
        assertThat(register.byRejoinCode(exercise, second)).contains(okafor);
    }

    @Test
    void codesHaveNoLookAlikesAndDiffer() {
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < 2_000; i++) {
            codes.add(ReadableCode.random(8));
        }
        assertThat(codes).hasSize(2_000);
        assertThat(String.join("", codes)).doesNotContainPattern("[0O1IL2Z5S8BUQ]");
    }

    private ParticipantId registered(String name, String organisation) {
        return ((Registered) register.register(exercise, null, name, organisation)).participant();
    }

    private PersonId person(String username) {
        PersonId person = PersonId.random();
        accounts.insert(
                person, new NewPerson("M. Okafor", "", "", username, Set.of()), null, false, SettableTime.START);
        return person;
    }
}
