package org.startex.people;

import static org.startex.kernel.InstallationRole.ADMINISTRATOR;
import static org.startex.kernel.InstallationRole.ASSESSOR;
import static org.startex.kernel.InstallationRole.EXERCISE_DIRECTOR;
import static org.startex.kernel.InstallationRole.LRC_WORKING_GROUP;
import static org.startex.kernel.InstallationRole.SCENARIO_AUTHOR;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.startex.kernel.InstallationRole;
import org.startex.kernel.PersonId;
import org.startex.kernel.PublicAddress;
import org.startex.kernel.Texts;

/** Who can sign in when nobody can yet: demonstration people on this machine alone, a one-time link anywhere else. */
@Component
class FirstStart {
    /** Known to everybody; that is why demonstration people never meet a network. */
    static final String PASSWORD = "startex-practice";

    static final Duration LINK_GOOD_FOR = Duration.ofHours(24);

    private record Demonstration(String username, Set<InstallationRole> roles) {}

    private static final List<Demonstration> PEOPLE = List.of(
            new Demonstration("director", Set.of(EXERCISE_DIRECTOR, LRC_WORKING_GROUP)),
            new Demonstration("controller", Set.of()),
            new Demonstration("evaluator", Set.of()),
            new Demonstration("apprentice", Set.of()),
            new Demonstration("assessor", Set.of(ASSESSOR)),
            new Demonstration("author", Set.of(SCENARIO_AUTHOR)),
            new Demonstration("admin", Set.of(ADMINISTRATOR)));

    private final AccountRepository accounts;
    private final OneTimeLinkRepository links;
    private final PasswordEncoder passwords;
    private final TransactionOperations transaction;
    private final InstantSource time;
    private final Texts texts = Texts.of("people");

    FirstStart(
            AccountRepository accounts,
            OneTimeLinkRepository links,
            PasswordEncoder passwords,
            TransactionOperations transaction,
            InstantSource time) {
        this.accounts = accounts;
        this.links = links;
        this.passwords = passwords;
        this.transaction = transaction;
        this.time = time;
    }

    /**
     * Makes what is needed so that somebody can sign in, and says what it is.
     *
     * @throws DemonstrationRefused if demonstration people are in the database and others could reach them
     */
    StartNotice prepare(PublicAddress address) {
        return Objects.requireNonNull(transaction.execute(status -> {
            accounts.lockAdministrators();
            if (onThisMachineAlone(address)) {
                if (accounts.isEmpty()) {
                    makeDemonstration();
                }
            } else if (accounts.hasDemonstration()) {
                throw new DemonstrationRefused();
            }
            return notice(address);
        }));
    }

    private StartNotice notice(PublicAddress address) {
        List<String> lines = new ArrayList<>();
        List<DemonstrationSignIn> demonstration = demonstration();
        if (!demonstration.isEmpty()) {
            lines.add(texts.get("start.demonstration", PASSWORD));
            demonstration.forEach(
                    one -> lines.add(texts.get("start.demonstration.person", one.username(), one.name(), one.part())));
        }
        links.deleteFirstAdministrator();
        if (!accounts.hasAdministrator()) {
            String token = Secrets.fresh();
            Instant now = now();
            links.insertFirstAdministrator(Secrets.hash(token), now, now.plus(LINK_GOOD_FOR));
            lines.add(texts.get("start.administrator", LINK_GOOD_FOR.toHours()));
            lines.add("  " + address.of("/welcome/" + token));
        }
        return new StartNotice(lines);
    }

    /** The people to sign in as, in the order of the trip; empty where there is no demonstration. */
    List<DemonstrationSignIn> demonstration() {
        List<String> order = PEOPLE.stream().map(Demonstration::username).toList();
        return accounts.demonstration().stream()
                .filter(person -> order.contains(person.username()))
                .sorted(Comparator.comparingInt(person -> order.indexOf(person.username())))
                .map(person -> new DemonstrationSignIn(
                        person.username(),
                        PASSWORD,
                        person.name(),
                        texts.get("demonstration." + person.username() + ".part")))
                .toList();
    }

    private void makeDemonstration() {
        String hash = passwords.encode(PASSWORD);
        Instant now = now();
        for (Demonstration one : PEOPLE) {
            String key = "demonstration." + one.username();
            NewPerson facts = new NewPerson(
                    texts.get(key + ".name"), texts.get(key + ".organisation"), "", one.username(), one.roles());
            accounts.insert(PersonId.random(), facts, hash, true, now);
        }
    }

    private static boolean onThisMachineAlone(PublicAddress address) {
        String host = Objects.requireNonNullElse(address.base().getHost(), "").toLowerCase(Locale.ROOT);
        boolean named = host.equals("localhost") || host.endsWith(".localhost");
        return address.loopback() && (named || host.startsWith("127.") || host.equals("[::1]"));
    }

    private Instant now() {
        return time.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
