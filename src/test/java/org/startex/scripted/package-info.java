/** Exercises that a written script plays, line by line. */
@NullMarked
package org.startex.scripted;

import org.jspecify.annotations.NullMarked;
