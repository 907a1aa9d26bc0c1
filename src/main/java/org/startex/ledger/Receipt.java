package org.startex.ledger;

import org.startex.kernel.ClientId;

/** What an act was answered, kept in the same commit, so that the same id is answered the same for ever. */
@SuppressWarnings("ArrayRecordComponent")
record Receipt(Actor actor, ClientId clientId, byte[] requestHash, Answer answer) {}
