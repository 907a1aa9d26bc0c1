/** Organisations, people, accounts, installation roles, and the rules of who may do and see what. */
@ApplicationModule(allowedDependencies = {"kernel"})
@NullMarked
package org.startex.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
