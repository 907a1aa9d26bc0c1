package org.startex.kernel;

/** What somebody may do in the whole installation. A person may hold several. */
public enum InstallationRole {
    /** Keeps accounts and the installation. */
    ADMINISTRATOR,
    /** Writes scenarios. */
    SCENARIO_AUTHOR,
    /** Plans exercises and directs them. */
    EXERCISE_DIRECTOR,
    /** Judges other people's competency evidence. */
    ASSESSOR,
    /** Builds the partnership's Local Resilience Capability. */
    LRC_WORKING_GROUP
}
