package org.startex.conduct;

/** A role in a cell, as planned, for instance the rest centre manager. */
public record Post(String code, String title) {}
