package org.startex.ui.plan;

import com.vaadin.flow.component.UI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.actuate.endpoint.HealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.actuate.endpoint.IndicatedHealthDescriptor;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;
import org.startex.conduct.CellPeople;
import org.startex.conduct.CommsCheck;
import org.startex.conduct.CommsLine;
import org.startex.conduct.Place;
import org.startex.conduct.PlannedInject;
import org.startex.kernel.Addressee;
import org.startex.kernel.CellCode;
import org.startex.kernel.ExerciseRole;
import org.startex.kernel.PublicAddress;
import org.startex.kernel.Texts;
import org.startex.people.Caller;
import org.startex.scenario.LintReport;
import org.startex.scenario.ScenarioService;
import org.startex.ui.ExerciseTools;
import org.startex.ui.Scene;
import org.startex.ui.plan.ReadyCheck.State;

/** What a controller looks at before STARTEX: the plan, the people, the machine, and this page's own line to it. */
@Component
class ReadyChecks {
    /** A browser's clock may be off by this much: players are shown the server's time all the same. */
    static final Duration CLOCKS_APART = Duration.ofSeconds(2);

    private static final long MEGABYTE = 1_000_000;
    private static final long ENOUGH_MEGABYTES = 2_000;
    private static final Texts TEXTS = Texts.of("ui-ready");

    private final ExerciseTools tools;
    private final ScenarioService scenarios;
    private final PublicAddress address;
    private final ObjectProvider<HealthEndpoint> health;
    private final MailCheck mail;

    ReadyChecks(
            ExerciseTools tools,
            ScenarioService scenarios,
            PublicAddress address,
            ObjectProvider<HealthEndpoint> health,
            MailCheck mail) {
        this.tools = tools;
        this.scenarios = scenarios;
        this.address = address;
        this.health = health;
        this.mail = mail;
    }

    /** All lines that the server can tell, in the order in which they are mended. */
    List<ReadyCheck> of(Scene scene, UI ui) {
        return List.of(
                scenario(scene),
                addressees(scene),
                staff(scene),
                cells(scene),
                comms(scene),
                database(),
                disk(),
                sockets(ui),
                mail.of(scene),
                address.secure()
                        ? ready(TEXTS.get("tls"), TEXTS.get("tls.ready"))
                        : new ReadyCheck(State.CAUTION, TEXTS.get("tls"), TEXTS.get("tls.none")));
    }

    /** What was found of other machines counts no more. */
    void again() {
        mail.forget();
    }

    private static ReadyCheck ready(String name, String detail) {
        return new ReadyCheck(State.READY, name, detail);
    }

    private ReadyCheck scenario(Scene scene) {
        Optional<LintReport> report =
                scenarios.report(Caller.PROGRAM, scene.plan().slug());
        int injects = scene.plan().injects().size();
        return report.filter(each -> !each.clean()).isPresent()
                ? new ReadyCheck(State.CAUTION, TEXTS.get("scenario"), TEXTS.get("scenario.findings", injects))
                : ready(TEXTS.get("scenario"), TEXTS.get("scenario.ready", injects));
    }

    /** Injects for cells in which nobody sits reach nobody. */
    private static ReadyCheck addressees(Scene scene) {
        Set<CellCode> seated = scene.play().players().stream()
                .flatMap(player -> Stream.ofNullable(player.cell()))
                .collect(Collectors.toSet());
        List<PlannedInject> nobody = scene.plan().injects().stream()
                .filter(inject -> inject.to().stream().map(Addressee::cell).noneMatch(seated::contains))
                .toList();
        return nobody.isEmpty()
                ? ready(TEXTS.get("addressees"), TEXTS.get("addressees.ready"))
                : new ReadyCheck(
                        State.CAUTION,
                        TEXTS.get("addressees"),
                        TEXTS.get(
                                "addressees.nobody",
                                nobody.size(),
                                nobody.getFirst().number(),
                                nobody.getFirst().words().title()));
    }

    private static ReadyCheck staff(Scene scene) {
        long controlling = scene.play().members().values().stream()
                .filter(member -> member.present() && member.role().controls())
                .count();
        boolean watched = scene.play().members().values().stream()
                .anyMatch(member -> member.present() && member.role() == ExerciseRole.EVALUATOR);
        return watched
                ? ready(TEXTS.get("staff"), TEXTS.get("staff.ready", controlling))
                : new ReadyCheck(State.CAUTION, TEXTS.get("staff"), TEXTS.get("staff.no-evaluator", controlling));
    }

    private ReadyCheck cells(Scene scene) {
        List<CellPeople> cells = CellPeople.of(scene.play(), tools.connected(scene.id())).stream()
                .filter(cell -> cell.place() != null)
                .toList();
        String all = cells.stream()
                .map(cell -> {
                    Place place = cell.place();
                    return TEXTS.get(
                            "cells.cell",
                            place == null ? "" : place.title(),
                            cell.here(),
                            cell.people().size());
                })
                .collect(Collectors.joining(", "));
        if (cells.stream().allMatch(cell -> cell.people().isEmpty())) {
            return new ReadyCheck(State.NOT_READY, TEXTS.get("cells"), TEXTS.get("cells.none"));
        }
        boolean full = cells.stream()
                .allMatch(cell ->
                        !cell.people().isEmpty() && cell.here() == cell.people().size());
        return full
                ? ready(TEXTS.get("cells"), all)
                : new ReadyCheck(State.CAUTION, TEXTS.get("cells"), TEXTS.get("cells.some", all));
    }

    /** Whoever has not confirmed is named, cell by cell. */
    private ReadyCheck comms(Scene scene) {
        Optional<CommsCheck> check = scene.play().commsCheck();
        if (check.isEmpty()) {
            return new ReadyCheck(State.CAUTION, TEXTS.get("comms"), TEXTS.get("comms.not-done"));
        }
        List<CommsLine> lines = CommsLine.of(scene.play(), check.get(), tools.connected(scene.id()));
        String missing = lines.stream()
                .filter(line -> line.confirmed() < line.people().size())
                .map(line -> TEXTS.get(
                        "comms.cell",
                        line.place().title(),
                        line.people().stream()
                                .filter(person -> !person.confirmed())
                                .map(person -> scene.name(person.member().participant()))
                                .collect(Collectors.joining(", "))))
                .collect(Collectors.joining("; "));
        return missing.isEmpty() && lines.stream().anyMatch(CommsLine::complete)
                ? ready(TEXTS.get("comms"), TEXTS.get("comms.ready"))
                : new ReadyCheck(
                        State.CAUTION,
                        TEXTS.get("comms"),
                        missing.isEmpty() ? TEXTS.get("comms.not-done") : TEXTS.get("comms.missing", missing));
    }

    private ReadyCheck database() {
        return component("db")
                        .filter(found -> Status.UP.equals(found.getStatus()))
                        .isPresent()
                ? ready(TEXTS.get("database"), TEXTS.get("database.ready"))
                : new ReadyCheck(State.NOT_READY, TEXTS.get("database"), TEXTS.get("database.down"));
    }

    private ReadyCheck disk() {
        Optional<Long> free = component("diskSpace")
                .filter(IndicatedHealthDescriptor.class::isInstance)
                .map(found -> ((IndicatedHealthDescriptor) found).getDetails().get("free"))
                .filter(Number.class::isInstance)
                .map(number -> ((Number) number).longValue() / MEGABYTE);
        return free.filter(megabytes -> megabytes >= ENOUGH_MEGABYTES)
                .map(megabytes -> ready(TEXTS.get("disk"), TEXTS.get("disk.ready", megabytes / 1000)))
                .orElseGet(() ->
                        new ReadyCheck(State.NOT_READY, TEXTS.get("disk"), TEXTS.get("disk.little", free.orElse(0L))));
    }

    private Optional<HealthDescriptor> component(String name) {
        return Optional.ofNullable(health.getIfAvailable()).map(endpoint -> endpoint.healthForPath(name));
    }

    private static ReadyCheck sockets(UI ui) {
        return ui.getPushConfiguration().getPushMode().isEnabled()
                ? ready(TEXTS.get("sockets"), TEXTS.get("sockets.ready"))
                : new ReadyCheck(State.NOT_READY, TEXTS.get("sockets"), TEXTS.get("sockets.down"));
    }

    /** How far the browser, whose time this is, is from the server. */
    ReadyCheck clock(Instant browser) {
        Duration apart = Duration.between(tools.now(), browser).abs();
        return apart.compareTo(CLOCKS_APART) <= 0
                ? ready(TEXTS.get("clock"), TEXTS.get("clock.ready"))
                : new ReadyCheck(State.CAUTION, TEXTS.get("clock"), TEXTS.get("clock.apart", apart.toSeconds()));
    }
}
