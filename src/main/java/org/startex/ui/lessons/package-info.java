/** Lessons: the list, the board, one's own actions, a lesson's page, and what an exercise tests. */
@NullMarked
package org.startex.ui.lessons;

import org.jspecify.annotations.NullMarked;
