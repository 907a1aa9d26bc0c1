package org.startex.ledger;

/**
 * Something that happened in an exercise: a record, told by its kind and never changed. Components marked {@link Prose} are what people
 * wrote and can be erased; all others are codes, numbers and ids that replay needs and are kept for ever.
 */
public interface Fact {
    /** A fact after which the record takes no more: the ledger is sealed in the same commit. */
    interface Sealing extends Fact {}
}
