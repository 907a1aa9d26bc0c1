/** Staff screens in Vaadin Flow, one sub-package per workspace. A face: it holds no rule. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "standards",
            "people",
            "measures",
            "mail",
            "ledger",
            "scenario",
            "conduct",
            "logbook",
            "debrief",
            "lessons",
            "competency",
            "lrc",
            "exchange"
        })
@NullMarked
package org.startex.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
