/** The control room: what comes, the whole, and the one thing. */
@NullMarked
package org.startex.ui.control;

import org.jspecify.annotations.NullMarked;
