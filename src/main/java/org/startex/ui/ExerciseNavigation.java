package org.startex.ui;

import org.startex.kernel.EntryRef;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.InjectNumber;

/** Where the screens of an exercise are. */
public final class ExerciseNavigation {
    private ExerciseNavigation() {}

    /** The control room. */
    public static String control(ExerciseId id) {
        return "exercise/" + id;
    }

    /** The cue cards of whoever speaks injects. */
    public static String cards(ExerciseId id) {
        return "exercise/" + id + "/cards";
    }

    /** The cue card of an inject. */
    public static String card(ExerciseId id, InjectNumber number) {
        return cards(id) + "?card=" + number;
    }

    /** People, codes and sheets. */
    public static String plan(ExerciseId id) {
        return "exercise/" + id + "/plan";
    }

    /** What hangs on the wall of the hall. */
    public static String wall(ExerciseId id) {
        return "exercise/" + id + "/wall";
    }

    /** What is observed. */
    public static String evaluate(ExerciseId id) {
        return "exercise/" + id + "/evaluate";
    }

    /** What loggists log, and what decision makers say of it. */
    public static String loggist(ExerciseId id) {
        return "exercise/" + id + "/loggist";
    }

    /** Findings, the hot debrief and what else is learned from it. */
    public static String debrief(ExerciseId id) {
        return "exercise/" + id + "/debrief";
    }

    /** A finding by its number. */
    public static String finding(ExerciseId id, int number) {
        return debrief(id) + "?finding=" + number;
    }

    /** The record. */
    public static String log(ExerciseId id) {
        return "exercise/" + id + "/log";
    }

    /** An entry of the record, opened in the log. */
    public static String entry(EntryRef entry) {
        return log(entry.exercise()) + "?entry=" + entry.seq();
    }
}
