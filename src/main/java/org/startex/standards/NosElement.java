package org.startex.standards;

/**
 * One element of a National Occupational Standard.
 *
 * @param number in its kind, from 1, as on the standard's page
 * @param summary whether the text is somebody's summary and not the standard's own words
 */
public record NosElement(NosKind kind, int number, String text, boolean summary) {}
