package org.startex.scenario;

/** How much a finding matters. */
public enum Severity {
    /** The scenario is not loaded until it is put right. */
    ERROR,
    /** The scenario loads; somebody should look. */
    WARNING
}
