/** Pure estimators: how long until something happens, with intervals, where some of it had not happened by the end. */
@ApplicationModule(allowedDependencies = {"kernel"})
@NullMarked
package org.startex.measures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
