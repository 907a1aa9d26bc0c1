/** What hangs on the wall of the hall: to be read from ten metres, and touched by nobody. */
@NullMarked
package org.startex.ui.wall;

import org.jspecify.annotations.NullMarked;
