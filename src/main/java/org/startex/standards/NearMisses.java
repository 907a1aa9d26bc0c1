package org.startex.standards;

import static java.util.Comparator.comparingInt;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Guesses what somebody meant who wrote a word that is not on a list. */
public final class NearMisses {
    private static final int AT_MOST = 3;

    private NearMisses() {}

    /**
     * The known words nearest to what was written, best first and at most three; none when nothing is near. Upper and lower case count as the same;
     * a word is near when at most one letter in three (and never fewer than one) was added, left out or changed, or when it begins with what was written.
     */
    public static List<String> of(String written, Collection<String> known) {
        String wanted = fold(written);
        if (wanted.isEmpty()) {
            return List.of();
        }
        record Candidate(String word, int distance) {}
        return known.stream()
                .distinct()
                .map(word -> new Candidate(word, distance(wanted, fold(word))))
                .filter(c -> c.distance <= Math.max(1, wanted.length() / 3)
                        || (wanted.length() >= 3 && fold(c.word).startsWith(wanted)))
                .sorted(comparingInt(Candidate::distance).thenComparing(Candidate::word))
                .limit(AT_MOST)
                .map(Candidate::word)
                .toList();
    }

    private static String fold(String word) {
        return word.strip().toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
    }

    /** Levenshtein's distance, in one row. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
