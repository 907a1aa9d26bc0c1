/** The exercises workspace: what runs, what is planned, and planning: when, who, codes. */
@NullMarked
package org.startex.ui.plan;

import org.jspecify.annotations.NullMarked;
