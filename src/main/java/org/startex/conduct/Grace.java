package org.startex.conduct;

/**
 * How long an outage may last for the exercise to carry on by itself; all three bounds hold.
 *
 * @param realSeconds of real time
 * @param exerciseMinutes of exercise time that passed meanwhile
 * @param injects that fell due meanwhile
 */
public record Grace(int realSeconds, int exerciseMinutes, int injects) {
    /** 60 seconds, 5 minutes of exercise time, 5 injects. */
    public static final Grace USUAL = new Grace(60, 5, 5);
}
