/** The Local Resilience Capability: eight steps, priority groups, modular responses, readiness on the partnership's own scale, and improvement records from lessons. */
@ApplicationModule(allowedDependencies = {"kernel", "standards", "people", "conduct", "lessons"})
@NullMarked
package org.startex.lrc;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
