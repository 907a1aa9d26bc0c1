/** Documents that leave Startex: reports and logs as docx, xlsx and PDF, each line with the entry that it comes from. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "standards",
            "people",
            "measures",
            "ledger",
            "scenario",
            "conduct",
            "logbook",
            "debrief",
            "lessons",
            "competency"
        })
@NullMarked
package org.startex.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
