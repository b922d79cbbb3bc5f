package io.hcdc.core.stack;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** An IPv4 subnet in CIDR notation. */
public record Subnet(int base, int prefix) {
    private static final Pattern CIDR = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})/(\\d{1,2})");

    /** Where hcdc looks for room: private addresses that neither Docker's default pools nor home routers start with. */
    private static final List<String> CANDIDATES =
            IntStream.rangeClosed(77, 177).mapToObj(i -> "10." + i + ".64.0/24").toList();

    public static Optional<Subnet> parse(String cidr) {
        Matcher matcher = CIDR.matcher(cidr);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int base = 0;
        for (int i = 1; i <= 4; i++) {
            int octet = Integer.parseInt(matcher.group(i));
            if (octet > 255) {
                return Optional.empty();
            }
            base = base << 8 | octet;
        }
        int prefix = Integer.parseInt(matcher.group(5));
        return prefix > 32 ? Optional.empty() : Optional.of(new Subnet(base & mask(prefix), prefix));
    }

    /** The first candidate that overlaps none of the taken ones. */
    public static Optional<String> free(Collection<String> taken) {
        List<Subnet> used =
                taken.stream().map(Subnet::parse).flatMap(Optional::stream).toList();
        return CANDIDATES.stream()
                .filter(candidate -> used.stream().noneMatch(parse(candidate).orElseThrow()::overlaps))
                .findFirst();
    }

    public boolean overlaps(Subnet other) {
        int common = mask(Math.min(prefix, other.prefix));
        return (base & common) == (other.base & common);
    }

    /** Addresses below this one are the stack's own to give, see {@link #strangers}. */
    public int room() {
        return prefix > 30 ? 0 : (1 << (32 - prefix)) / 4 * 3;
    }

    /**
     * Where the engine puts containers that come without an address: the upper quarter. Without it, a stranger on the
     * network would get the first free address, which may be one that moves.
     */
    public String strangers() {
        return new Subnet(base + room(), prefix + 2).toString();
    }

    public String gateway() {
        return address(1);
    }

    /** The nth address of the subnet. */
    public String address(int n) {
        int value = base + n;
        return (value >>> 24) + "." + (value >>> 16 & 255) + "." + (value >>> 8 & 255) + "." + (value & 255);
    }

    @Override
    public String toString() {
        return address(0) + "/" + prefix;
    }

    private static int mask(int prefix) {
        return prefix == 0 ? 0 : -1 << (32 - prefix);
    }
}
