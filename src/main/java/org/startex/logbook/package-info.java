/** What people decided and why, and the actions they raised. */
@ApplicationModule(allowedDependencies = {"kernel", "people", "ledger", "conduct"})
@NullMarked
package org.startex.logbook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
