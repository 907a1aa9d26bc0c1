package org.startex.standards;

import org.startex.kernel.LrcCode;

/**
 * A step, a module or a modular response of the Local Resilience Capability.
 *
 * @param note what it is in a few words: the step's number and verb, the module's description, what a response comprises
 */
public record LrcItem(LrcCode code, LrcKind kind, String title, String note) {}
