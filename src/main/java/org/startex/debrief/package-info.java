/** What is said and found after ENDEX: hot debriefs, and findings that cite the record. */
@ApplicationModule(
        allowedDependencies = {"kernel", "standards", "people", "measures", "ledger", "scenario", "conduct", "logbook"})
@NullMarked
package org.startex.debrief;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
