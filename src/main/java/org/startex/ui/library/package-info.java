/** The library workspace: scenarios, one as list and timeline. */
@NullMarked
package org.startex.ui.library;

import org.jspecify.annotations.NullMarked;
