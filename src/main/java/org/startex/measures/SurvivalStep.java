package org.startex.measures;

import org.jspecify.annotations.Nullable;

/**
 * A step of a curve: at this time something happened.
 *
 * @param atRisk how many had been waiting until then
 * @param events how many of them happened then
 * @param survival the share that is still open after it, from 0 to 1
 * @param standardError of that share, by Greenwood's formula
 * @param interval of that share, or null where the share is 0 and no interval is known
 */
public record SurvivalStep(
        double time,
        int atRisk,
        int events,
        double survival,
        double standardError,
        @Nullable Interval interval) {}
