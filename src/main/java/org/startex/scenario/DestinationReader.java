package org.startex.scenario;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.startex.kernel.Addressee;
import org.startex.kernel.Channel;
import org.startex.scenario.YamlMap.Located;
import org.startex.standards.NearMisses;

/** Reads for whom an inject is and how it comes, and remembers which cells get something. */
final class DestinationReader {
    private final String file;
    private final PlanReader plan;
    private final Findings findings;
    private final Set<String> reached = new HashSet<>();

    DestinationReader(String file, PlanReader plan, Findings findings) {
        this.file = file;
        this.plan = plan;
        this.findings = findings;
    }

    /** Whether a cell was addressed by something that was read. */
    boolean reached(String cell) {
        return reached.contains(cell);
    }

    /** The addressees of a list that must be there and may not be empty. */
    List<Addressee> to(YamlMap map) {
        if (map.list("to").isEmpty()) {
            return List.of();
        }
        List<Addressee> to = suggested(map);
        if (map.words("to").isEmpty()) {
            findings.add(Rule.FOR_NOBODY, file, map.line("to"));
        }
        to.forEach(addressee -> reached.add(addressee.cell().value()));
        return to;
    }

    /** The addressees of a list that may be left out. */
    List<Addressee> suggested(YamlMap map) {
        List<Addressee> to = new ArrayList<>();
        for (Located text : map.words("to")) {
            addressee(text).ifPresent(to::add);
        }
        for (Addressee addressee : to) {
            if (!addressee.wholeCell() && to.contains(new Addressee(addressee.cell(), ""))) {
                findings.add(Rule.REPEATED, file, map.line("to"), addressee, "to");
            }
        }
        return to;
    }

    /** A cell, or a role in one. */
    Optional<Addressee> addressee(Located text) {
        int slash = text.value().indexOf('/');
        String cell = slash < 0 ? text.value() : text.value().substring(0, slash);
        String role = slash < 0 ? "" : text.value().substring(slash + 1);
        PlanReader.Declared declared = plan.cells().get(cell);
        if (declared == null) {
            findings.add(
                    Rule.UNKNOWN_CELL,
                    file,
                    text.line(),
                    NearMisses.of(cell, plan.cells().keySet()),
                    cell,
                    plan.addressees());
        } else if (slash >= 0 && !declared.roles().contains(role)) {
            findings.add(
                    Rule.UNKNOWN_ROLE,
                    file,
                    text.line(),
                    NearMisses.of(role, declared.roles()),
                    role,
                    cell,
                    String.join(", ", declared.roles()));
        }
        try {
            return Optional.of(Addressee.of(text.value()));
        } catch (IllegalArgumentException e) {
            findings.breaks();
            return Optional.empty();
        }
    }

    /** How it comes. */
    Optional<Channel> channel(Located text) {
        Optional<Channel> channel = Channel.withCode(text.value());
        if (channel.isEmpty()) {
            findings.unknown(
                    Rule.UNKNOWN_CHANNEL,
                    file,
                    text,
                    Arrays.stream(Channel.values()).map(Channel::code).toList());
        }
        return channel;
    }
}
