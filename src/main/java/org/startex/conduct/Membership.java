package org.startex.conduct;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.startex.conduct.Exercise.InPlay;
import org.startex.kernel.Addressee;
import org.startex.kernel.Audience;
import org.startex.kernel.CellCode;
import org.startex.kernel.ExerciseRole;
import org.startex.kernel.ParticipantId;
import org.startex.ledger.Reason;

/** The rules of who belongs to which cell. */
final class Membership {
    private Membership() {}

    static Optional<Reason> join(Unfolding u, InPlay in, ExerciseCommand.JoinExercise c) {
        if (in instanceof Exercise.Closing) {
            return Conduct.refused("exercise-over");
        }
        CellCode cell = c.cell();
        if (c.role() == ExerciseRole.PLAYER && c.admitted() && (cell == null || !known(in, cell, c.post()))) {
            return Optional.of(Reason.of("unknown-cell", "cell"));
        }
        Optional<Member> before = in.play().member(c.by());
        if (before.isPresent()) {
            return Conduct.refused(before.get().ejected() ? "ejected" : "already-joined");
        }
        u.by(
                c.by(),
                Audience.STAFF,
                new ParticipantJoined(c.by(), c.role(), cell, c.post(), c.admitted(), c.name(), c.organisation()));
        return Optional.empty();
    }

    static Optional<Reason> giveRole(Unfolding u, InPlay in, ExerciseCommand.GiveRole c) {
        if (c.role() == ExerciseRole.PLAYER) {
            return Optional.of(Reason.of("players-join-by-code", "role"));
        }
        Optional<Member> before = in.play().member(c.participant());
        if (before.filter(m -> m.role() == c.role() && m.present()).isPresent()) {
            return Conduct.refused("already-joined");
        }
        u.by(
                c.by(),
                Audience.STAFF,
                new ParticipantJoined(c.participant(), c.role(), null, "", true, c.name(), c.organisation()));
        return Optional.empty();
    }

    static Optional<Reason> admit(Unfolding u, InPlay in, ExerciseCommand.AdmitParticipant c) {
        Optional<Member> member = in.play().member(c.participant());
        if (member.isEmpty() || member.get().ejected()) {
            return Conduct.refused("not-waiting");
        }
        if (member.get().admitted()) {
            return Conduct.refused("already-admitted");
        }
        if (!known(in, c.cell(), c.post())) {
            return Optional.of(Reason.of("unknown-cell", "cell"));
        }
        u.by(c.by(), Audience.STAFF, new ParticipantAdmitted(c.participant(), c.cell(), c.post()));
        return Optional.empty();
    }

    static Optional<Reason> move(Unfolding u, InPlay in, ExerciseCommand.MoveParticipant c) {
        Optional<Member> member =
                in.play().member(c.participant()).filter(m -> m.present() && m.role() == ExerciseRole.PLAYER);
        if (member.isEmpty()) {
            return Conduct.refused("not-a-player");
        }
        if (!known(in, c.cell(), c.post())) {
            return Optional.of(Reason.of("unknown-cell", "cell"));
        }
        if (c.cell().equals(member.get().cell()) && c.post().equals(member.get().post())) {
            return Conduct.refused("already-there");
        }
        u.by(c.by(), Audience.STAFF, new ParticipantMoved(c.participant(), c.cell(), c.post()));
        return Optional.empty();
    }

    static Optional<Reason> handOver(Unfolding u, InPlay in, ExerciseCommand.HandOverRole c) {
        Optional<Member> holder =
                player(in, c.from()).filter(member -> !member.post().isEmpty());
        CellCode cell = holder.map(Member::cell).orElse(null);
        if (holder.isEmpty() || cell == null) {
            return Optional.of(Reason.of("holds-no-role", "from"));
        }
        Optional<Member> next = player(in, c.to())
                .filter(member -> !member.participant().equals(c.from()) && cell.equals(member.cell()));
        if (next.isEmpty()) {
            return Optional.of(Reason.of("not-of-the-cell", "to"));
        }
        if (!next.get().post().isEmpty()) {
            return Optional.of(Reason.of("holds-another-role", "to"));
        }
        u.by(
                c.by(),
                Audience.STAFF,
                new RoleHandedOver(c.from(), c.to(), cell, holder.get().post()));
        return Optional.empty();
    }

    private static Optional<Member> player(InPlay in, ParticipantId participant) {
        return in.play().member(participant).filter(m -> m.present() && m.role() == ExerciseRole.PLAYER);
    }

    static Optional<Reason> eject(Unfolding u, InPlay in, ExerciseCommand.EjectParticipant c) {
        Optional<Member> member = in.play().member(c.participant());
        if (member.isEmpty() || member.get().ejected()) {
            return Conduct.refused("not-a-member");
        }
        if (member.get().role() == ExerciseRole.DIRECTOR) {
            return Conduct.refused("director-stays");
        }
        Optional<Reason> bad = Words.check(c.reason(), "reason", Words.REASON, true);
        if (bad.isPresent()) {
            return bad;
        }
        u.by(c.by(), Audience.STAFF, new ParticipantEjected(c.participant(), c.reason()));
        return Optional.empty();
    }

    private static boolean known(InPlay in, @Nullable CellCode cell, String post) {
        return cell != null && in.play().plan().knows(new Addressee(cell, post));
    }
}
