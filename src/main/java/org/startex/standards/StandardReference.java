package org.startex.standards;

/**
 * Which standard is quoted, and by what right.
 *
 * @param reference for instance {@code ST1322}
 * @param updated the day of its last change, as its page writes it
 * @param licence what must be said wherever its words are shown
 * @param publishedAt the address of its page
 */
public record StandardReference(
        String reference, String title, String version, String updated, String licence, String publishedAt) {}
