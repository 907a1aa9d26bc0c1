package org.startex.measures;

/** Where an estimate may lie, at the level that its maker names. */
public record Interval(double low, double high) {}
