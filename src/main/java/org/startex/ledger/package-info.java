/** The record of one exercise: one writer, append, read from a sequence, verify, seal. */
@ApplicationModule(allowedDependencies = {"kernel"})
@NullMarked
package org.startex.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
