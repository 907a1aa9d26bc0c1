package org.startex.ui.admin;

/** Where the sign-in page is, and what it is told when it is shown again. */
public final class SignInNavigation {
    /** The path, also of the form's post. */
    public static final String PATH = "/sign-in";

    /** Query parameter: the last try failed. */
    public static final String FAILED = "failed";

    /** Query parameter: so many seconds until the next try. */
    public static final String WAIT = "wait";

    /** Query parameter: the password has been changed and everybody must sign in again. */
    public static final String CHANGED = "changed";

    /** Session attribute: all sign-ins were ended, because a copied cookie was used. Told once. */
    public static final String COPIED = "startex.copiedSignIn";

    /** Session attribute: the username of the last try, so that nobody types it again. */
    public static final String LAST_USERNAME = "startex.lastUsername";

    /** Form field: stay signed in on this browser. */
    public static final String REMEMBER = "remember";

    private SignInNavigation() {}
}
