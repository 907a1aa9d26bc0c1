package org.startex.logbook;

/**
 * An expected action of an inject, as an evaluator found it.
 *
 * @param index of the action in the inject's list, from 0
 */
public record CheckedAction(int index, Met met) {}
