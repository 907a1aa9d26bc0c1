package org.startex.runtime;

/**
 * The two ways into the database: as the program, whose role owns nothing, and as the owner of the tables, who migrates.
 *
 * @param url JDBC address
 */
record DatabaseAccess(String url, String user, String password, String owner, String ownerPassword) {
    /**
     * The program's own way in: an answer that does not come within some seconds counts as a lost connection, so that a network that swallows
     * packets is noticed like a server that is gone. What the address itself says goes first.
     */
    String programUrl() {
        if (url.contains("socketTimeout=")) {
            return url;
        }
        // On the same machine no packet is lost, and a loaded machine deserves patience.
        boolean here = url.contains("//127.0.0.1") || url.contains("//localhost");
        return url + (url.contains("?") ? "&" : "?") + "socketTimeout=" + (here ? 20 : 5);
    }

    /** Without the passwords. */
    @Override
    public String toString() {
        return "DatabaseAccess[" + url + ", " + user + ", " + owner + "]";
    }
}
