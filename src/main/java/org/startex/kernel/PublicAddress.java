package org.startex.kernel;

import java.net.URI;

/**
 * Where people's browsers find this installation: what links and QR codes say.
 *
 * @param base     scheme, host, port and path, without a slash at the end
 * @param secure   whether browsers reach it by HTTPS
 * @param loopback whether the program listens on this machine alone
 */
public record PublicAddress(URI base, boolean secure, boolean loopback) {
    /** The address of a page, such as {@code /play}. */
    public URI of(String path) {
        return URI.create(base + (path.startsWith("/") ? path : "/" + path));
    }
}
