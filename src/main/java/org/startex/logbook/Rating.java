package org.startex.logbook;

/**
 * A step of a rating scale.
 *
 * @param scale the scale's code
 * @param step the step's code
 */
public record Rating(String scale, String step) {}
