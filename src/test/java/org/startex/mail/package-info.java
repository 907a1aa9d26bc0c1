@NullMarked
package org.startex.mail;

import org.jspecify.annotations.NullMarked;
