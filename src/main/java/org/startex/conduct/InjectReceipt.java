package org.startex.conduct;

import java.time.Instant;
import java.util.Optional;

/**
 * What a player's page told of an inject: that it has it, and that it was on the screen. Whether a person took it in is told by acknowledging.
 */
public record InjectReceipt(Instant receivedAt, Optional<Instant> seenAt) {}
