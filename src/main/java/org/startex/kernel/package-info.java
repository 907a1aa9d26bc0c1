/** The words everyone shares: ids, roles, framework codes, exercise time. Plain JDK only. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.startex.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
