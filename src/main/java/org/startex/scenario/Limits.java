package org.startex.scenario;

/** How long texts may be, in characters, and how large files, in bytes. Listed in {@code docs/scenario-format.md}. */
final class Limits {
    static final int TITLE = 120;
    static final int TEXT = 4000;
    static final int NOTES = 4000;
    static final int AIM = 1000;
    static final int OBJECTIVE = 1000;
    static final int EXPECTED = 500;
    static final int QUESTION = 500;
    static final int LINE = 200;
    static final int CODE_WORD = 40;
    static final int MARKING = 60;

    static final int BODY = 120;

    static final int INJECTS = 2000;
    static final int TEMPLATES = 100;
    static final int CONDITION_LEVELS = 4;
    static final int CONDITIONS = 20;
    static final int YAML_BYTES = 2_000_000;
    static final int ATTACHMENT_BYTES = 20_000_000;
    static final int MAP_BYTES = 1_000_000;
    static final int MAP_FEATURES = 500;
    static final int ALT = 500;

    private Limits() {}
}
