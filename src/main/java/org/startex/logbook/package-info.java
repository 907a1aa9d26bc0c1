/** What people decided and why, the actions they raised, and what evaluators observed. */
@ApplicationModule(allowedDependencies = {"kernel", "standards", "people", "ledger", "conduct"})
@NullMarked
package org.startex.logbook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
