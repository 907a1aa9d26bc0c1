/** Each person's evidence against ST1322 and what their assessors make of it, development needs, and self-assessment against National Occupational Standards. */
@ApplicationModule(allowedDependencies = {"kernel", "standards", "people", "ledger", "conduct", "logbook", "lessons"})
@NullMarked
package org.startex.competency;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
