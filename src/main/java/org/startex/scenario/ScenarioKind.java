package org.startex.scenario;

/** How an exercise is played. */
public enum ScenarioKind {
    TABLETOP,
    COMMAND_POST,
    LIVE,
    COMMUNICATIONS
}
