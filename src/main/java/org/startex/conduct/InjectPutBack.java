package org.startex.conduct;

import org.startex.kernel.InjectNumber;

/**
 * A skipped inject is to come again.
 *
 * @param held whether it comes back held: it was held before, or its time had passed, and a time that has passed sends nothing unasked
 */
public record InjectPutBack(InjectNumber number, boolean held) implements InjectSteered {}
