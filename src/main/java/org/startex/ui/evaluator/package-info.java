/** What evaluators work with: what happens, what they observe, and what nobody has observed yet. */
@NullMarked
package org.startex.ui.evaluator;

import org.jspecify.annotations.NullMarked;
