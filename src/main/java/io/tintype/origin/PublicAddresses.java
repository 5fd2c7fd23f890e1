package io.tintype.origin;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells addresses of the public internet from those that mean a machine, a network or a purpose of
 * its own (IANA's special-purpose address registries; RFC 6890).
 */
final class PublicAddresses {
  private static final List<AddressRange> SPECIAL_V4 =
      ranges(
          "0.0.0.0/8", // this network
          "10.0.0.0/8", // private
          "100.64.0.0/10", // carrier-grade NAT, RFC 6598
          "127.0.0.0/8", // loopback
          "169.254.0.0/16", // link-local, cloud metadata
          "172.16.0.0/12", // private
          "192.0.0.0/24", // protocol assignments
          "192.0.2.0/24", // documentation
          "192.88.99.0/24", // 6to4 relays
          "192.168.0.0/16", // private
          "198.18.0.0/15", // benchmarks
          "198.51.100.0/24", // documentation
          "203.0.113.0/24", // documentation
          "224.0.0.0/4", // multicast
          "240.0.0.0/4"); // reserved, broadcast

  /**
   * Everything else is loopback, unique local, link-local, site-local, multicast or not assigned.
   */
  private static final AddressRange GLOBAL_V6 = AddressRange.of("2000::/3");

  private static final List<AddressRange> SPECIAL_V6 =
      ranges(
          "2001::/23", // protocol assignments: Teredo, ORCHID, benchmarks
          "2001:db8::/32", // documentation
          "2002::/16", // 6to4: reaches the IPv4 address inside
          "3fff::/20"); // documentation, RFC 9637

  /** NAT64 (RFC 6052): reaches the IPv4 address in the last four bytes. */
  private static final AddressRange NAT64 = AddressRange.of("64:ff9b::/96");

  /** IPv4-mapped addresses, should the platform ever hand one out as IPv6. */
  private static final byte[] MAPPED = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1};

  /** What an ISATAP interface is called, behind an octet that may say that it is unique. */
  private static final byte[] ISATAP = {0, 0x5e, (byte) 0xfe};

  private static final int UNIVERSAL = 0x02;

  private PublicAddresses() {}

  /** Whether the address belongs to the public internet. */
  static boolean contain(InetAddress address) {
    if (address instanceof Inet4Address) {
      return isOutside(SPECIAL_V4, address);
    }
    if (NAT64.contains(address) || isMapped(address)) {
      return contain(embedded(address));
    }
    return GLOBAL_V6.contains(address)
        && isOutside(SPECIAL_V6, address)
        && (!isIsatap(address) || contain(embedded(address)));
  }

  private static boolean isOutside(List<AddressRange> ranges, InetAddress address) {
    return ranges.stream().noneMatch(range -> range.contains(address));
  }

  private static boolean isMapped(InetAddress address) {
    return Arrays.equals(Arrays.copyOf(address.getAddress(), MAPPED.length), MAPPED);
  }

  /** ISATAP (RFC 5214): whatever the network, the interface is at the IPv4 address at the end. */
  private static boolean isIsatap(InetAddress address) {
    byte[] all = address.getAddress();
    return Arrays.mismatch(all, 9, MAPPED.length, ISATAP, 0, ISATAP.length) < 0
        && (all[8] & ~UNIVERSAL) == 0;
  }

  private static InetAddress embedded(InetAddress address) {
    byte[] all = address.getAddress();
    try {
      return InetAddress.getByAddress(Arrays.copyOfRange(all, MAPPED.length, all.length));
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static List<AddressRange> ranges(String... cidrs) {
    return Stream.of(cidrs).map(AddressRange::of).toList();
  }
}
