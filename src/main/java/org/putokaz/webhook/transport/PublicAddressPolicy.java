package org.putokaz.webhook.transport;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;

/**
 * Policy that allows addresses of the public internet only. The blocks are those of the IANA registries of
 * special-purpose addresses (RFC 6890 and its updates). Addresses are compared as bits, never by their spelling.
 */
final class PublicAddressPolicy {

    private static final List<AddressBlock> NOT_PUBLIC_IPV4 = List.of(
            AddressBlock.of("0.0.0.0", 8),
            AddressBlock.of("10.0.0.0", 8),
            AddressBlock.of("100.64.0.0", 10),
            AddressBlock.of("127.0.0.0", 8),
            AddressBlock.of("169.254.0.0", 16),
            AddressBlock.of("172.16.0.0", 12),
            AddressBlock.of("192.0.0.0", 24),
            AddressBlock.of("192.0.2.0", 24),
            AddressBlock.of("192.31.196.0", 24),
            AddressBlock.of("192.52.193.0", 24),
            AddressBlock.of("192.88.99.0", 24),
            AddressBlock.of("192.168.0.0", 16),
            AddressBlock.of("192.175.48.0", 24),
            AddressBlock.of("198.18.0.0", 15),
            AddressBlock.of("198.51.100.0", 24),
            AddressBlock.of("203.0.113.0", 24),
            // Multicast, reserved, broadcast.
            AddressBlock.of("224.0.0.0", 3));

    /** Global unicast. Addresses that embed an IPv4 address, such as NAT64 and IPv4-mapped ones, are outside of it. */
    private static final AddressBlock GLOBAL_IPV6 = AddressBlock.of("2000::", 3);

    private static final List<AddressBlock> NOT_PUBLIC_IPV6 = List.of(
            // IETF protocol assignments, among them Teredo, benchmarking, ORCHID.
            AddressBlock.of("2001::", 23),
            AddressBlock.of("2001:db8::", 32),
            // 6to4: it may embed an address that is not public.
            AddressBlock.of("2002::", 16),
            AddressBlock.of("2620:4f:8000::", 48),
            AddressBlock.of("3fff::", 20));

    private PublicAddressPolicy() {}

    static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address
                ? NOT_PUBLIC_IPV4.stream().noneMatch(block -> block.contains(bytes))
                : GLOBAL_IPV6.contains(bytes) && NOT_PUBLIC_IPV6.stream().noneMatch(block -> block.contains(bytes));
    }

    /** Block of the addresses that begin with the same bits (CIDR, RFC 4632). */
    private record AddressBlock(List<Byte> prefix, int prefixLength) {

        static AddressBlock of(String literal, int prefixLength) {
            byte[] bytes = IpLiteralParser.parse(literal).orElseThrow().getAddress();
            Byte[] prefix = new Byte[bytes.length];
            for (int i = 0; i < bytes.length; i++) {
                prefix[i] = bytes[i];
            }
            return new AddressBlock(List.of(prefix), prefixLength);
        }

        boolean contains(byte[] address) {
            if (address.length != prefix.size()) {
                return false;
            }
            for (int bit = 0; bit < prefixLength; bit++) {
                int mask = 0x80 >> bit % Byte.SIZE;
                int index = bit / Byte.SIZE;
                if ((address[index] & mask) != (prefix.get(index) & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
