/** The cue cards of controllers who speak injects by telephone, by radio or face to face: on a telephone in one hand, on a laptop, on paper. */
@NullMarked
package org.startex.ui.cards;

import org.jspecify.annotations.NullMarked;
