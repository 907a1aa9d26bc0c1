package org.startex.conduct;

import java.time.Instant;
import org.startex.kernel.ParticipantId;

/**
 * A stop for a real incident.
 *
 * @param by who called it
 */
public record NoDuff(ParticipantId by, String reason, Instant since) {}
