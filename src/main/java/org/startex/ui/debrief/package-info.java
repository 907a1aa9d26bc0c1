/** The debrief workspace: findings, the hot debrief, and further views of what happened, each a tab. */
@NullMarked
package org.startex.ui.debrief;

import org.jspecify.annotations.NullMarked;
