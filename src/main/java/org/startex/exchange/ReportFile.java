package org.startex.exchange;

/** A finished document. */
public record ReportFile(String name, String mediaType, byte[] content) {}
