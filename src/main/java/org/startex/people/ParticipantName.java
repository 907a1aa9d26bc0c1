package org.startex.people;

import org.startex.kernel.ParticipantId;

/** Who is behind a pseudonym in one exercise. The organisation may be empty. */
public record ParticipantName(ParticipantId participant, String name, String organisation) {}
