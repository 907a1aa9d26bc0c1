package org.startex.ui.lrc;

/** The parts of the workspace. */
enum LrcTab {
    STEPS("tab.steps", LrcNavigation.OVERVIEW),
    RECORDS("tab.records", LrcNavigation.RECORDS),
    GROUPS("tab.groups", LrcNavigation.GROUPS),
    SCALE("tab.scale", LrcNavigation.SCALE);

    final String key;
    final String path;

    LrcTab(String key, String path) {
        this.key = key;
        this.path = path;
    }
}
