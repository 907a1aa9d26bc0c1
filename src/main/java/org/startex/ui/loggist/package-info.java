/** The loggist's screen: a decision is logged for whoever made it, and its maker says whether it is so. */
@NullMarked
package org.startex.ui.loggist;

import org.jspecify.annotations.NullMarked;
