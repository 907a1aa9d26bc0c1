package org.startex.conduct;

import java.time.Instant;
import org.startex.kernel.ParticipantId;

/**
 * A stop for a real incident, or the drill of one.
 *
 * @param seq of the entry that stopped play
 * @param by who called it
 * @param drill whether it is only a drill, before STARTEX
 */
public record NoDuff(long seq, ParticipantId by, String reason, Instant since, boolean drill) {}
