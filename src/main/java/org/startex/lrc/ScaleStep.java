package org.startex.lrc;

/**
 * A step of a readiness scale.
 *
 * @param rank from 1, the lowest readiness
 * @param meaning what it takes to be rated so; may be empty
 */
public record ScaleStep(int rank, String label, String meaning) {}
