/** A lesson's life: identified from a finding, accepted, implemented, and embedded by a later exercise that tests it again. */
@ApplicationModule(allowedDependencies = {"kernel", "people", "scenario", "conduct", "debrief"})
@NullMarked
package org.startex.lessons;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
