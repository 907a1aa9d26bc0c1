package org.startex.lrc;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.startex.kernel.PersonId;
import org.startex.people.ParticipantRegister;

/** The names of people, each looked up once. */
final class Names {
    private final ParticipantRegister register;
    private final Map<PersonId, String> known = new HashMap<>();

    Names(ParticipantRegister register) {
        this.register = register;
    }

    /** The person's name; empty where there is nobody. */
    String of(@Nullable PersonId person) {
        return person == null
                ? ""
                : known.computeIfAbsent(person, id -> register.personName(id).orElse(""));
    }
}
