package org.startex.conduct;

import org.startex.kernel.InjectNumber;

/**
 * It was not delivered by voice after all.
 *
 * @param spoken sequence of the entry that is taken back
 */
public record InjectSpokenUndone(InjectNumber number, long spoken) implements InjectVoiced {}
