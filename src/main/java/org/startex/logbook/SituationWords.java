package org.startex.logbook;

/**
 * What stands on the wall of the hall.
 *
 * @param situation how things stand in the story; empty for nothing
 * @param nextBriefing when and where; empty for none
 */
public record SituationWords(String situation, String nextBriefing) {
    /** The longest text that can be read from ten metres. */
    public static final int SITUATION = 400;

    public static final int BRIEFING = 80;
}
