package org.startex.ui;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.startex.conduct.Exercise;
import org.startex.conduct.Member;
import org.startex.conduct.Place;
import org.startex.conduct.Plan;
import org.startex.conduct.Play;
import org.startex.conduct.Post;
import org.startex.kernel.Addressee;
import org.startex.kernel.CellCode;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.ExerciseRole;
import org.startex.kernel.ExerciseTime;
import org.startex.kernel.ParticipantId;
import org.startex.people.Caller;
import org.startex.people.ParticipantName;
import org.startex.scenario.ConditionWords;

/** An exercise at a moment, as one member of its staff sees it, with the names of its people and places. */
public record Scene(
        Caller caller,
        Exercise.InPlay exercise,
        Optional<ExerciseRole> role,
        Map<ParticipantId, ParticipantName> names,
        Instant now) {
    public Play play() {
        return exercise.play();
    }

    public Plan plan() {
        return play().plan();
    }

    public ExerciseId id() {
        return play().id();
    }

    /** Whether the caller runs play. */
    public boolean controls() {
        return role.filter(ExerciseRole::controls).isPresent();
    }

    public StoryClock clock() {
        return new StoryClock(plan().start(), plan().zone());
    }

    /** Conditions as people say them. */
    public ConditionWords conditions() {
        return new ConditionWords(this::cell, clock()::minutes);
    }

    public ExerciseTime elapsed() {
        return play().clock().elapsedAt(now);
    }

    /** The name that people know a participant by. */
    public String name(@Nullable ParticipantId participant) {
        return participant == null
                ? Words.say("who.program")
                : Optional.ofNullable(names.get(participant))
                        .map(ParticipantName::name)
                        .orElse(Words.say("who.unknown"));
    }

    /** A participant's organisation, or empty. */
    public String organisation(ParticipantId participant) {
        return Optional.ofNullable(names.get(participant))
                .map(ParticipantName::organisation)
                .orElse("");
    }

    /** A cell's title. */
    public String cell(CellCode code) {
        return plan().place(code).map(Place::title).orElse(code.value());
    }

    /** Where somebody sits: cell and role, or what they are as staff. */
    public String place(Member member) {
        CellCode code = member.cell();
        if (member.role() != ExerciseRole.PLAYER) {
            return Words.say("role." + member.role());
        }
        if (code == null) {
            return Words.say("people.waiting");
        }
        return member.post().isEmpty() ? cell(code) : Words.say("place", cell(code), post(code, member.post()));
    }

    /** A role's title in a cell. */
    public String post(CellCode cell, String code) {
        return plan().place(cell).map(Place::posts).orElse(java.util.List.of()).stream()
                .filter(post -> post.code().equals(code))
                .map(Post::title)
                .findFirst()
                .orElse(code);
    }

    /** An addressee by its titles: a cell, or a role in it. */
    public String addressee(Addressee to) {
        return to.wholeCell() ? cell(to.cell()) : Words.say("place", cell(to.cell()), post(to.cell(), to.role()));
    }

    /** Addressees by their titles. */
    public String addressees(Collection<Addressee> to) {
        return to.stream().map(this::addressee).collect(Collectors.joining(", "));
    }

    /** The cells of an inject, or that it is for all of them. */
    public String cells(Collection<Addressee> to) {
        var codes = to.stream().map(Addressee::cell).distinct().toList();
        if (plan().places().size() > 1 && codes.size() == plan().places().size()) {
            return Words.say("cells.all");
        }
        return codes.stream().map(this::cell).collect(Collectors.joining(", "));
    }
}
