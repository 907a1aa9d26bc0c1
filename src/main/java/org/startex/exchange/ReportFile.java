package org.startex.exchange;

/** A finished document. */
@SuppressWarnings("ArrayRecordComponent")
public record ReportFile(String name, String mediaType, byte[] content) {}
