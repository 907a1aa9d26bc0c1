package org.startex.runtime;

/**
 * The two ways into the database: as the program, whose role owns nothing, and as the owner of the tables, who migrates.
 *
 * @param url JDBC address
 */
record DatabaseAccess(String url, String user, String password, String owner, String ownerPassword) {
    /** Without the passwords. */
    @Override
    public String toString() {
        return "DatabaseAccess[" + url + ", " + user + ", " + owner + "]";
    }
}
