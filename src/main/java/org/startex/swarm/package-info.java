/**
 * A hall full of simulated players, to try a venue's network and a server before the day. It knows the protocol of the players' page as {@code docs/protocol.md}
 * writes it, and nothing of the server.
 */
@ApplicationModule(allowedDependencies = {"kernel"})
@NullMarked
package org.startex.swarm;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
