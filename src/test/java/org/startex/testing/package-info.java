/** What tests share: a real PostgreSQL, time that is moved by hand, the whole program on a free port. */
@NullMarked
package org.startex.testing;

import org.jspecify.annotations.NullMarked;
