package org.startex.conduct;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What is written beside the injects: by players, and by modules above.
 *
 * @param logNumbers numbered log entries so far
 * @param numbers the last number of each series of notes
 * @param memories what later acts look back to, in the order of the record
 * @param attestations entries recorded for somebody, by their sequence, and what that person says of them
 */
public record Beside(
        int logNumbers,
        Map<Class<? extends Numbered>, Integer> numbers,
        List<Memory> memories,
        Map<Long, Attestation> attestations) {
    public static final Beside NOTHING = new Beside(0, Map.of(), List.of(), Map.of());

    public Beside {
        numbers = Map.copyOf(numbers);
        memories = List.copyOf(memories);
        attestations = Map.copyOf(attestations);
    }

    Beside withLogNumber(int number) {
        return new Beside(number, numbers, memories, attestations);
    }

    Beside with(Numbered note) {
        Map<Class<? extends Numbered>, Integer> more = new HashMap<>(numbers);
        more.put(note.getClass(), note.number());
        return new Beside(logNumbers, more, memories, attestations);
    }

    Beside with(Memory memory) {
        return new Beside(
                logNumbers,
                numbers,
                Stream.concat(memories.stream(), Stream.of(memory)).toList(),
                attestations);
    }

    Beside with(long entry, Attestation attestation) {
        Map<Long, Attestation> more = new HashMap<>(attestations);
        more.put(entry, attestation);
        return new Beside(logNumbers, numbers, memories, more);
    }
}
