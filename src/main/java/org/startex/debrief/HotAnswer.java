package org.startex.debrief;

/**
 * What one participant answers to the three questions of a hot debrief.
 *
 * @param slip made by the writer's page from chance, at least 128 bits, and known to nobody else: only with it can an answer without a name be changed
 * @param wentWell what went well; may be empty
 * @param didNot what did not; may be empty
 * @param differently what to do differently; may be empty, but not all three
 */
public record HotAnswer(boolean withName, String slip, String wentWell, String didNot, String differently) {}
