/** An outbox: recorded first, sent second, retried, never doubled. */
@ApplicationModule(allowedDependencies = {"kernel"})
@NullMarked
package org.startex.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
