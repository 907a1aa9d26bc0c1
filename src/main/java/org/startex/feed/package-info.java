/** The players' face: joining, the WebSocket endpoint and its hub, the page at {@code /play}. */
@ApplicationModule(allowedDependencies = {"kernel", "people", "ledger", "scenario", "conduct", "logbook", "debrief"})
@NullMarked
package org.startex.feed;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
