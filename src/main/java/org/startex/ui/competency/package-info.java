/** A person's evidence against the standard, what assessors make of it, and self-assessment. */
@NullMarked
package org.startex.ui.competency;

import org.jspecify.annotations.NullMarked;
