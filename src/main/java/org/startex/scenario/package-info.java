/** The library: load, lint and version scenarios; injects, timings, objectives, expected actions. */
@ApplicationModule(allowedDependencies = {"kernel", "standards", "people"})
@NullMarked
package org.startex.scenario;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
