/** Wiring: embedded PostgreSQL, data source, the real clock, web security, health, command line. */
@ApplicationModule
@NullMarked
package org.startex.runtime;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
