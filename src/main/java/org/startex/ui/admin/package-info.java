/** Sign-in, accounts and people. */
@NullMarked
package org.startex.ui.admin;

import org.jspecify.annotations.NullMarked;
