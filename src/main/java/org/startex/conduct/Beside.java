package org.startex.conduct;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What modules above have put beside play.
 *
 * @param numbers the last number of each series of notes
 * @param memories what later acts look back to, in the order of the record
 */
public record Beside(Map<Class<? extends Numbered>, Integer> numbers, List<Memory> memories) {
    public static final Beside NOTHING = new Beside(Map.of(), List.of());

    public Beside {
        numbers = Map.copyOf(numbers);
        memories = List.copyOf(memories);
    }

    Beside with(Numbered note) {
        Map<Class<? extends Numbered>, Integer> more = new HashMap<>(numbers);
        more.put(note.getClass(), note.number());
        return new Beside(more, memories);
    }

    Beside with(Memory memory) {
        return new Beside(
                numbers, Stream.concat(memories.stream(), Stream.of(memory)).toList());
    }
}
