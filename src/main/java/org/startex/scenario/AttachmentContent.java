package org.startex.scenario;

/** An attachment as it goes to a browser. */
@SuppressWarnings("ArrayRecordComponent") // goes straight into a response and is never compared
public record AttachmentContent(String name, String mediaType, byte[] content) {}
