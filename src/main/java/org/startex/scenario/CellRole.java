package org.startex.scenario;

/** A role in a cell, for instance the rest centre manager. */
public record CellRole(String code, String title) {}
