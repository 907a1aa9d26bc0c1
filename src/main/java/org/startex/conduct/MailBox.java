package org.startex.conduct;

import org.startex.kernel.Addressee;
import org.startex.mail.MailAddress;

/**
 * Where injects of the channel mail also go, besides the page of the exercise.
 *
 * @param owner the cell, or the role in it, whose address it is
 */
public record MailBox(Addressee owner, MailAddress address) {}
