package org.putokaz.webhook.transport;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;

/**
 * Tells addresses of the public internet from those inside of some network, which nobody outside of it may make us call.
 * Addresses are compared, never their spelling. The blocks are those of the IANA registries of special-purpose addresses
 * (RFC 6890 and its updates).
 */
final class PublicAddressPolicy {

    private static final List<Block> NOT_PUBLIC_IPV4 = List.of(
            Block.of("0.0.0.0", 8),
            Block.of("10.0.0.0", 8),
            Block.of("100.64.0.0", 10),
            Block.of("127.0.0.0", 8),
            Block.of("169.254.0.0", 16),
            Block.of("172.16.0.0", 12),
            Block.of("192.0.0.0", 24),
            Block.of("192.0.2.0", 24),
            Block.of("192.31.196.0", 24),
            Block.of("192.52.193.0", 24),
            Block.of("192.88.99.0", 24),
            Block.of("192.168.0.0", 16),
            Block.of("192.175.48.0", 24),
            Block.of("198.18.0.0", 15),
            Block.of("198.51.100.0", 24),
            Block.of("203.0.113.0", 24),
            // Multicast, reserved, broadcast.
            Block.of("224.0.0.0", 3));

    /** All that is given out as global unicast. What embeds an IPv4 address elsewhere (NAT64, mapped) is outside of it. */
    private static final Block GLOBAL_IPV6 = Block.of("2000::", 3);

    private static final List<Block> NOT_PUBLIC_IPV6 = List.of(
            // IETF protocol assignments, among them Teredo, benchmarking, ORCHID.
            Block.of("2001::", 23),
            Block.of("2001:db8::", 32),
            // 6to4: the IPv4 address inside may be anybody's.
            Block.of("2002::", 16),
            Block.of("2620:4f:8000::", 48),
            Block.of("3fff::", 20));

    private PublicAddressPolicy() {}

    static boolean contain(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address
                ? NOT_PUBLIC_IPV4.stream().noneMatch(block -> block.holds(bytes))
                : GLOBAL_IPV6.holds(bytes) && NOT_PUBLIC_IPV6.stream().noneMatch(block -> block.holds(bytes));
    }

    /** The addresses that begin with the same bits. */
    private record Block(List<Byte> start, int bits) {

        static Block of(String literal, int bits) {
            byte[] bytes = IpLiteralParser.read(literal).orElseThrow().getAddress();
            Byte[] start = new Byte[bytes.length];
            for (int i = 0; i < bytes.length; i++) {
                start[i] = bytes[i];
            }
            return new Block(List.of(start), bits);
        }

        boolean holds(byte[] address) {
            if (address.length != start.size()) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> bit % Byte.SIZE;
                int index = bit / Byte.SIZE;
                if ((address[index] & mask) != (start.get(index) & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
