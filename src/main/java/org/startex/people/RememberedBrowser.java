package org.startex.people;

import java.time.Instant;

/**
 * A browser that stays signed in.
 *
 * @param id names it when it is to be forgotten
 * @param browser what it calls itself, in a few words
 */
public record RememberedBrowser(String id, String browser, Instant since, Instant lastUsed) {}
