package org.startex.conduct;

import java.time.Instant;
import org.startex.kernel.ParticipantId;

/**
 * Who did something, when and why.
 *
 * @param reason may be empty
 */
public record ActMark(ParticipantId by, Instant at, String reason) {}
