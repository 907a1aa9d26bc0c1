package org.startex.conduct;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.startex.kernel.Addressee;
import org.startex.kernel.Audience;
import org.startex.kernel.CellCode;
import org.startex.kernel.ExerciseRole;
import org.startex.kernel.ParticipantId;

/**
 * Who takes part in an exercise.
 *
 * @param members everybody who has joined, ejected or not
 * @param check the latest comms check, or null
 */
public record People(
        Map<ParticipantId, Member> members, @Nullable CommsCheck check) {
    static final People NOBODY = new People(Map.of(), null);

    public People {
        members = Map.copyOf(members);
    }

    Optional<Member> member(ParticipantId participant) {
        return Optional.ofNullable(members.get(participant));
    }

    List<Member> players() {
        return members.values().stream()
                .filter(m -> m.role() == ExerciseRole.PLAYER && m.present())
                .sorted(Comparator.comparing(Member::since)
                        .thenComparing(m -> m.participant().value()))
                .toList();
    }

    boolean mayRead(ParticipantId participant, Audience audience) {
        Member member = members.get(participant);
        if (member == null || !member.present()) {
            return false;
        }
        if (member.role().seesAll()) {
            return true;
        }
        CellCode cell = member.cell();
        return cell != null && audience.includes(participant, cell, member.post());
    }

    /** The audience of an inject: a role that nobody holds falls to its whole cell, so that nothing is lost. */
    Audience audienceOf(List<Addressee> to) {
        Set<Addressee> reached = new HashSet<>();
        for (Addressee addressee : to) {
            boolean held = addressee.wholeCell()
                    || players().stream()
                            .anyMatch(m -> addressee.cell().equals(m.cell())
                                    && addressee.role().equals(m.post()));
            reached.add(held ? addressee : new Addressee(addressee.cell(), ""));
        }
        return new Audience.Addressees(reached);
    }

    People with(Member member) {
        Map<ParticipantId, Member> more = new HashMap<>(members);
        more.put(member.participant(), member);
        return new People(more, check);
    }

    People with(CommsCheck asked) {
        return new People(members, asked);
    }
}
