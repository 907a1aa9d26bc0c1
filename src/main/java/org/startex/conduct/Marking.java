package org.startex.conduct;

/**
 * What stands on everything of an exercise.
 *
 * @param text the classification, such as OFFICIAL; at most 60 characters
 * @param codeWord words that show a message belongs to this exercise; at most 40 characters
 */
public record Marking(String text, String codeWord) {
    public static final int LONGEST_TEXT = 60;
    public static final int LONGEST_CODE_WORD = 40;
}
