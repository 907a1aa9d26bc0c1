package org.startex.conduct;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.ExerciseRole;
import org.startex.ledger.Reason;
import org.startex.mail.Outbox;
import org.startex.people.Caller;
import org.startex.people.PlannedEntry;
import org.startex.people.PlannedPerson;
import org.startex.people.PlannedRegister;

/**
 * Who is expected to play, entered before the day, at most 500 for an exercise. Personal data: controllers see and remove it, the record does not hold it. Everybody listed may be
 * invited with a personal link ({@link InvitationService}), by which they join as themselves in their cell and role.
 */
@Service
public class PlannedPeopleService {
    private final ExerciseDesk desk;
    private final PlannedRegister register;
    private final Outbox outbox;

    PlannedPeopleService(ExerciseDesk desk, PlannedRegister register, Outbox outbox) {
        this.desk = desk;
        this.register = register;
        this.outbox = outbox;
    }

    /** Everybody expected, by cell and name. For controllers. */
    public List<PlannedPerson> people(Caller caller, ExerciseId exercise) {
        control(caller, exercise, "see who is expected");
        return register.people(exercise);
    }

    /**
     * Adds one person. For controllers.
     *
     * @return why it was refused; empty when they were added
     */
    public Optional<Reason> add(Caller caller, ExerciseId exercise, PlannedEntry person) {
        Plan plan = control(caller, exercise, "add somebody expected");
        return written(exercise, listed -> PeopleListReader.one(person, plan, listed))
                .firstWrong();
    }

    /** What a pasted list would come to; nothing is written. For controllers. */
    public PeopleList preview(Caller caller, ExerciseId exercise, String list) {
        Plan plan = control(caller, exercise, "read a list of people");
        return PeopleListReader.read(list, plan, register.people(exercise));
    }

    /** Adds everybody on a pasted list, or nobody when anything in it is wrong. For controllers. */
    public PeopleList addAll(Caller caller, ExerciseId exercise, String list) {
        Plan plan = control(caller, exercise, "add a list of people");
        return written(exercise, listed -> PeopleListReader.read(list, plan, listed));
    }

    private interface Reading {
        PeopleList against(List<PlannedPerson> listed);
    }

    private PeopleList written(ExerciseId exercise, Reading reading) {
        List<PeopleList> read = new ArrayList<>();
        register.add(exercise, listed -> {
            PeopleList list = reading.against(listed);
            read.add(list);
            return list.whole()
                    ? list.good().stream().map(PeopleList.Line::person).toList()
                    : List.of();
        });
        return read.getLast();
    }

    /** Takes somebody off the list; their link ends, and all that was entered about them is deleted, with the mails to them. Who has joined stays in play. For controllers. */
    public Optional<Reason> remove(Caller caller, ExerciseId exercise, UUID person) {
        control(caller, exercise, "remove somebody expected");
        boolean removed = register.remove(exercise, person);
        // after it: from then on nobody makes them another link, so no further mail is written
        outbox.forget(exercise.value(), Invitations.matter(person));
        return removed ? Optional.empty() : Optional.of(Reason.of("planned-gone"));
    }

    private Plan control(Caller caller, ExerciseId exercise, String act) {
        desk.require(caller, exercise, act, ExerciseRole::controls);
        return desk.exercise(exercise).content().map(Play::plan).orElseThrow();
    }
}
