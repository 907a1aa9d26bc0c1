package org.startex.standards;

import org.startex.kernel.KsbCode;

/** A knowledge, skill or behaviour of the standard, in the standard's exact words. */
public record Ksb(KsbCode code, KsbKind kind, String text) {}
