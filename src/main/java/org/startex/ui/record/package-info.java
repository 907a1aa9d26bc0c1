/** The log workspace: read the record, find in it, export, verify and seal it. */
@NullMarked
package org.startex.ui.record;

import org.jspecify.annotations.NullMarked;
