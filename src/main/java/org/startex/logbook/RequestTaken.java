package org.startex.logbook;

import org.startex.conduct.Remembered;

/**
 * A controller says that they answer a request, so that nobody else does. The last who took it holds it.
 *
 * @param request its sequence
 */
public record RequestTaken(long request) implements Remembered {}
