/** Reference catalogues as data: ST1322 duties and KSBs, National Occupational Standards, the steps and modules of the Local Resilience Capability. */
@ApplicationModule(allowedDependencies = {"kernel"})
@NullMarked
package org.startex.standards;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
