package org.startex.mail;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One address of a mailbox, {@code name@domain}. The name is plain ASCII without quotes; an international domain stands in its ASCII form, in lower case. Two addresses that differ
 * only in capitals are the same.
 */
public record MailAddress(String value) {
    private static final int LONGEST_NAME = 64;
    private static final int LONGEST = 254;
    private static final String WORD = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private static final Pattern NAME = Pattern.compile(WORD + "(\\." + WORD + ")*");
    private static final Pattern DOMAIN =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern NUMBERS = Pattern.compile("[0-9.]+");

    /** @throws IllegalArgumentException if it is no address in its plain form */
    public MailAddress {
        int at = value.indexOf('@');
        if (at < 1
                || at > LONGEST_NAME
                || value.length() > LONGEST
                || !NAME.matcher(value.substring(0, at)).matches()
                || !isDomain(value.substring(at + 1))) {
            throw new IllegalArgumentException("not a mail address");
        }
    }

    /** Reads an address as a person writes it: spaces around it do not count, the domain may have capitals or letters beyond ASCII. */
    public static Optional<MailAddress> read(String written) {
        String text = written.strip();
        int at = text.lastIndexOf('@');
        if (at < 1) {
            return Optional.empty();
        }
        return domain(text.substring(at + 1)).flatMap(domain -> {
            try {
                return Optional.of(new MailAddress(text.substring(0, at) + "@" + domain));
            } catch (IllegalArgumentException unfit) {
                return Optional.empty();
            }
        });
    }

    /** A domain in its ASCII form and lower case, if it is one. */
    static Optional<String> domain(String written) {
        try {
            String ascii = IDN.toASCII(Normalizer.normalize(written, Normalizer.Form.NFC), IDN.USE_STD3_ASCII_RULES)
                    .toLowerCase(Locale.ROOT);
            return isDomain(ascii) ? Optional.of(ascii) : Optional.empty();
        } catch (IllegalArgumentException unfit) {
            return Optional.empty();
        }
    }

    private static boolean isDomain(String text) {
        return text.length() <= LONGEST
                && DOMAIN.matcher(text).matches()
                && !NUMBERS.matcher(text).matches();
    }

    /** What stands after the @. */
    public String domain() {
        return value.substring(value.indexOf('@') + 1);
    }

    /** The same for all ways of writing it. */
    public String folded() {
        return value.toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MailAddress that && folded().equals(that.folded());
    }

    @Override
    public int hashCode() {
        return folded().hashCode();
    }

    @Override
    public String toString() {
        return value;
    }
}
