package org.startex.people;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Slows down those who guess, and nobody else. A hall is one address: two hundred phones join from it within minutes and some of
 * their owners mistype, so only failures count, and an address may have many of them before it waits. Each failure is counted
 * before the code is looked at and given back if the code was right; so nobody gains by asking many at once.
 *
 * <p>Kept in the memory of this node. Addresses of IPv6 count by their network of 64 bits.
 */
@Component
public class JoinThrottle {
    /** What is being tried. Each door has its own allowances. */
    public enum Door {
        /** A join code or a rejoin code: 200 failures at once, then one each 5 s; from all addresses together 2,000, then one a second. */
        JOIN(new Allowance(200, Duration.ofSeconds(5)), new Allowance(2_000, Duration.ofSeconds(1))),
        /** A password: 30 failures at once, then one each 10 s; from all addresses together 600, then one a second. */
        SIGN_IN(new Allowance(30, Duration.ofSeconds(10)), new Allowance(600, Duration.ofSeconds(1))),
        /** The password of one account, whatever the address: 10 failures at once, then one each 30 s. Ask with the username as address. */
        ACCOUNT(new Allowance(10, Duration.ofSeconds(30)), new Allowance(100_000, Duration.ofMillis(10)));

        @SuppressWarnings("ImmutableEnumChecker")
        final Allowance each;

        @SuppressWarnings("ImmutableEnumChecker")
        final Allowance all;

        Door(Allowance each, Allowance all) {
            this.each = each;
            this.all = all;
        }
    }

    /** So many failures at once, and one more as each interval passes. */
    record Allowance(int burst, Duration interval) {
        Duration whole() {
            return interval.multipliedBy(burst);
        }

        /** How long somebody must wait whose failures are paid for at this time. */
        Duration wait(Instant paidFor, Instant now) {
            Duration wait =
                    Duration.between(now, later(paidFor, now).plus(interval).minus(whole()));
            return wait.isNegative() ? Duration.ZERO : wait;
        }

        Instant afterOneMore(Instant paidFor, Instant now) {
            return later(paidFor, now).plus(interval);
        }
    }

    /** What is remembered of an address: until when its failures are paid for, and whether somebody there was ever right. */
    private record Standing(Instant paidFor, boolean known) {
        static final Standing NEW = new Standing(Instant.EPOCH, false);
    }

    /** At most so many addresses are remembered; beyond that, those that would be free soonest are forgotten. */
    static final int MOST_ADDRESSES = 20_000;

    private final Map<Door, Map<String, Standing>> standings = new EnumMap<>(Door.class);
    private final Map<Door, Instant> allPaidFor = new EnumMap<>(Door.class);

    /** An open throttle. */
    public JoinThrottle() {}

    /**
     * Asks whether somebody may try now, and counts a failure in advance if so. Whoever was right gives it back with {@link #right}.
     * An address from which somebody was right before does not wait for what other addresses do.
     *
     * @return zero if they may try; otherwise how long they must wait, and nothing was counted
     */
    public synchronized Duration tryNow(Door door, String address, Instant now) {
        Map<String, Standing> addresses = standings(door);
        String network = network(address);
        Standing mine = addresses.getOrDefault(network, Standing.NEW);
        Instant everybody = allPaidFor.getOrDefault(door, Instant.EPOCH);
        Duration wait = door.each.wait(mine.paidFor(), now);
        if (!mine.known()) {
            wait = longer(wait, door.all.wait(everybody, now));
        }
        if (wait.isPositive()) {
            return wait;
        }
        addresses.put(network, new Standing(door.each.afterOneMore(mine.paidFor(), now), mine.known()));
        allPaidFor.put(door, door.all.afterOneMore(everybody, now));
        forgetSome(addresses, now);
        return Duration.ZERO;
    }

    /** Gives back the failure that {@link #tryNow} counted: the code was right. */
    public synchronized void right(Door door, String address) {
        standings(door)
                .computeIfPresent(
                        network(address),
                        (network, mine) -> new Standing(mine.paidFor().minus(door.each.interval), true));
        allPaidFor.computeIfPresent(door, (same, paid) -> paid.minus(door.all.interval));
    }

    private Map<String, Standing> standings(Door door) {
        return standings.computeIfAbsent(door, first -> new HashMap<>());
    }

    private static void forgetSome(Map<String, Standing> addresses, Instant now) {
        if (addresses.size() <= MOST_ADDRESSES) {
            return;
        }
        addresses.values().removeIf(one -> !one.known() && !one.paidFor().isAfter(now));
        if (addresses.size() > MOST_ADDRESSES) {
            Instant[] order =
                    addresses.values().stream().map(Standing::paidFor).sorted().toArray(Instant[]::new);
            Instant bound = order[order.length / 10];
            addresses.values().removeIf(one -> !one.paidFor().isAfter(bound));
        }
    }

    private static String network(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            InetAddress parsed = InetAddress.ofLiteral(address);
            return parsed instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), 8))
                    : parsed.getHostAddress();
        } catch (IllegalArgumentException notAnAddress) {
            return address;
        }
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
