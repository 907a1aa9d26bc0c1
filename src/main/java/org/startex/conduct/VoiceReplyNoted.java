package org.startex.conduct;

import org.startex.kernel.InjectNumber;
import org.startex.ledger.Prose;

/**
 * What was answered to a controller who spoke. A later note corrects an earlier one; neither is ever changed.
 *
 * @param spoken sequence of the entry that says the inject was spoken
 */
public record VoiceReplyNoted(
        InjectNumber number, long spoken, @Prose VoiceReplyWords words) implements InjectVoiced {}
