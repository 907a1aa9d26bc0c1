package org.startex.lessons;

import org.startex.kernel.EntryRef;

/**
 * An entry of a record that a lesson stands on.
 *
 * @param hash SHA-256 of the entry in lower-case hex
 */
public record CitedEntry(EntryRef entry, String hash) {}
