package org.startex.conduct;

import java.util.List;
import org.startex.kernel.Addressee;
import org.startex.kernel.InjectNumber;
import org.startex.ledger.Prose;

/**
 * A planned inject is for others than before.
 *
 * @param from whom it was for
 * @param to whom it is for from now on
 * @param reason may be empty
 */
public record InjectReaddressed(
        InjectNumber number,
        List<Addressee> from,
        List<Addressee> to,
        @Prose String reason) implements InjectSteered {
    public InjectReaddressed {
        from = List.copyOf(from);
        to = List.copyOf(to);
    }
}
