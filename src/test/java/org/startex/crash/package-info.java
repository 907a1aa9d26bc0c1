/** Kills the program and its database while people use it, and checks that nothing they were told is lost or doubled. */
@NullMarked
package org.startex.crash;

import org.jspecify.annotations.NullMarked;
