package org.startex.conduct;

import org.startex.kernel.InjectNumber;

/** A held inject falls due at its time again; where that time is past, the next entry sends it. */
public record InjectReleased(InjectNumber number) implements InjectSteered {}
