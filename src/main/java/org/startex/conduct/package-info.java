/** Runs an exercise: clock, injects, pause, pace, no-duff stop, acknowledgement, membership of cells. */
@ApplicationModule(allowedDependencies = {"kernel", "people", "mail", "ledger", "scenario"})
@NullMarked
package org.startex.conduct;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
