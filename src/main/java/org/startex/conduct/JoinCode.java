package org.startex.conduct;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.startex.kernel.CellCode;

/**
 * Six characters by which players join.
 *
 * @param cell the cell it leads to, or null when a controller admits
 */
public record JoinCode(String code, @Nullable CellCode cell, Instant expires) {}
