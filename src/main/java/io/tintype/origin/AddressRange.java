package io.tintype.origin;

import java.net.InetAddress;

/**
 * The addresses whose first bits are those of a network (CIDR, RFC 4632).
 *
 * @param network any address of the range
 * @param bits how many leading bits count
 */
record AddressRange(InetAddress network, int bits) {
  AddressRange {
    if (bits < 0 || bits > network.getAddress().length * Byte.SIZE) {
      throw new IllegalArgumentException(network + "/" + bits);
    }
  }

  /** Reads a range of ours; literals only. */
  static AddressRange of(String cidr) {
    int slash = cidr.indexOf('/');
    return new AddressRange(
        InetAddress.ofLiteral(cidr.substring(0, slash)),
        Integer.parseInt(cidr.substring(slash + 1)));
  }

  boolean contains(InetAddress address) {
    byte[] ours = network.getAddress();
    byte[] theirs = address.getAddress();
    if (ours.length != theirs.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit += Byte.SIZE) {
      int mask = bits - bit >= Byte.SIZE ? 0xff : 0xff << (Byte.SIZE - (bits - bit)) & 0xff;
      if (((ours[bit / Byte.SIZE] ^ theirs[bit / Byte.SIZE]) & mask) != 0) {
        return false;
      }
    }
    return true;
  }
}
