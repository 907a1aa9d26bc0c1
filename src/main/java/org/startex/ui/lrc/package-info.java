/** The workspace of the Local Resilience Capability: eight steps and their readiness, groups and responses, improvement records. */
@NullMarked
package org.startex.ui.lrc;

import org.jspecify.annotations.NullMarked;
