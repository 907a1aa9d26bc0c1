package org.startex.mail;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * To whom mail may be sent at all: single addresses ({@code rest.centre@example.org}), domains ({@code example.org}: every mailbox of it, none of its subdomains) and domains of
 * subdomains ({@code *.example.org}: every subdomain, not the domain itself). An address with a plus ({@code name+exercise@example.org}) is an address of its own.
 */
public final class AllowList {
    /** Nobody. */
    public static final AllowList NOBODY = new AllowList(Set.of(), Set.of(), Set.of());

    private static final String SUBDOMAINS = "*.";

    private final Set<MailAddress> addresses;
    private final Set<String> domains;
    private final Set<String> above;

    private AllowList(Set<MailAddress> addresses, Set<String> domains, Set<String> above) {
        this.addresses = Set.copyOf(addresses);
        this.domains = Set.copyOf(domains);
        this.above = Set.copyOf(above);
    }

    /** An entry that is neither an address nor a domain. */
    public static final class Unfit extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        private final String entry;

        private Unfit(String entry) {
            super("neither an address nor a domain");
            this.entry = entry;
        }

        /** The entry as it was written. */
        public String entry() {
            return entry;
        }
    }

    /**
     * Reads the entries.
     *
     * @throws Unfit if one of them is neither an address nor a domain
     */
    public static AllowList of(List<String> entries) {
        Set<MailAddress> addresses = new HashSet<>();
        Set<String> domains = new HashSet<>();
        Set<String> above = new HashSet<>();
        for (String entry : entries) {
            if (entry.startsWith(SUBDOMAINS)) {
                above.add(domain(entry, SUBDOMAINS.length()));
            } else if (entry.indexOf('*') >= 0) {
                throw new Unfit(entry);
            } else if (entry.indexOf('@') > 0) {
                addresses.add(MailAddress.read(entry).orElseThrow(() -> new Unfit(entry)));
            } else {
                domains.add(domain(entry, entry.startsWith("@") ? 1 : 0));
            }
        }
        return new AllowList(addresses, domains, above);
    }

    private static String domain(String entry, int from) {
        Optional<String> domain = MailAddress.domain(entry.substring(from));
        return domain.orElseThrow(() -> new Unfit(entry));
    }

    /** Whether mail may be sent to this address. */
    public boolean allows(MailAddress address) {
        return addresses.contains(address)
                || domains.contains(address.domain())
                || above.stream().anyMatch(domain -> address.domain().endsWith("." + domain));
    }
}
