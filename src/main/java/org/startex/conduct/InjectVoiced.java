package org.startex.conduct;

import org.startex.kernel.InjectNumber;

/** What controllers record of an inject that one of them speaks. For staff. */
public sealed interface InjectVoiced extends Remembered permits InjectSpoken, InjectSpokenUndone, VoiceReplyNoted {
    /** The inject. */
    InjectNumber number();
}
