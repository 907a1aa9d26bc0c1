package org.startex.logbook;

import org.jspecify.annotations.Nullable;

/**
 * A message or a request as its writer sends it.
 *
 * @param body the name of the outside body where one is asked, else empty
 * @param inReplyTo sequence of the message that it answers, or null
 * @param inject sequence of the inject that it answers, or null
 */
public record MessageDraft(
        Party to,
        String body,
        @Nullable Long inReplyTo,
        @Nullable Long inject,
        String text) {}
