package org.startex.people;

/** A demonstration person to sign in as. */
public record DemonstrationSignIn(String username, String password, String name, String part) {}
