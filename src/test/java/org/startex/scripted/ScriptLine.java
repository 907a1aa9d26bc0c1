package org.startex.scripted;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.startex.kernel.ExerciseTime;

/**
 * A line of a script: who does what, when.
 *
 * @param line its number in the file
 * @param at exercise time, or null before STARTEX and after ENDEX
 * @param args what stands between the bars
 * @param refusal the code of the refusal that is expected, or null
 */
record ScriptLine(
        int line,
        @Nullable ExerciseTime at,
        String who,
        String verb,
        List<String> args,
        @Nullable String refusal) {
    private static final Pattern FORM = Pattern.compile(
            "(before|after|T\\+\\d\\d:\\d\\d)\\s+(\\w\\. \\w+|director|second|evaluator)\\s+([a-z-]+)\\s*(.*?)\\s*(?:=>\\s*([a-z-]+))?");

    static List<ScriptLine> read(List<String> lines) {
        return java.util.stream.IntStream.range(0, lines.size())
                .filter(i -> !lines.get(i).isBlank() && !lines.get(i).startsWith("#"))
                .mapToObj(i -> read(i + 1, lines.get(i)))
                .toList();
    }

    private static ScriptLine read(int number, String line) {
        Matcher form = FORM.matcher(line);
        if (!form.matches()) {
            throw new IllegalArgumentException("line " + number + " is no line of a script: " + line);
        }
        String when = form.group(1);
        return new ScriptLine(
                number,
                when.startsWith("T+") ? time(when.substring(2)) : null,
                form.group(2),
                form.group(3),
                Arrays.stream(form.group(4).split("\\|")).map(String::strip).toList(),
                form.group(5));
    }

    /** A time or a length of minutes and seconds, or hours and minutes: "T+01:10" and "02:30" are both two figures, a colon and two. */
    static ExerciseTime time(String hoursAndMinutes) {
        String[] parts = hoursAndMinutes.split(":", -1);
        return ExerciseTime.minutes(60L * Long.parseLong(parts[0]) + Long.parseLong(parts[1]));
    }

    String arg(int index) {
        return index < args.size() ? args.get(index) : "";
    }
}
