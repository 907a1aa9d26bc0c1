package org.startex.people;

import org.startex.kernel.Texts;

/** The program may not start: others could reach it, and the password of its demonstration people is known to everybody. */
public final class DemonstrationRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DemonstrationRefused() {
        super(Texts.of("people").get("demonstration.refused"));
    }
}
