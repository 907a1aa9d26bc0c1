package org.startex.kernel;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** The texts that people read, from the message bundle {@code messages/<module>.properties}. English now, Welsh to come. */
public final class Texts {
    private final ResourceBundle bundle;

    private Texts(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    /**
     * The texts of a module.
     *
     * @throws MissingResourceException if the module has no bundle
     */
    public static Texts of(String module) {
        return new Texts(ResourceBundle.getBundle("messages." + module, Locale.UK));
    }

    /**
     * A text with its places filled, as {@link MessageFormat} does. Without arguments the text is taken as it stands.
     *
     * @throws MissingResourceException if there is no such key
     */
    public String get(String key, Object... arguments) {
        String pattern = bundle.getString(key);
        return arguments.length == 0 ? pattern : new MessageFormat(pattern, Locale.UK).format(arguments);
    }

    /** Whether there is such a key. */
    public boolean has(String key) {
        return bundle.containsKey(key);
    }
}
