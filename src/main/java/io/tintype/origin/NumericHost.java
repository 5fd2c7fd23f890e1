package io.tintype.origin;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Hosts that are addresses rather than names, in every notation some resolver understands: {@code
 * 2130706433}, {@code 0x7f.1}, {@code 0177.0.0.1} all mean 127.0.0.1 (WHATWG URL, 3.5).
 */
final class NumericHost {
  private static final Pattern LAST_LABEL_IS_NUMBER =
      Pattern.compile("(?:.*\\.)?(?:[0-9]+|0[xX][0-9a-fA-F]*)");
  private static final int PARTS = 4;
  private static final int LONGEST_NUMBER = 14;
  private static final long BYTE = 256;

  private NumericHost() {}

  /** Whether the host, without trailing dots, means an address and must not be asked of a DNS. */
  static boolean is(String host) {
    return host.startsWith("[") || LAST_LABEL_IS_NUMBER.matcher(host).matches();
  }

  /** The address that is meant; empty if the notation is broken. */
  static Optional<InetAddress> addressOf(String host) {
    if (host.startsWith("[")) {
      return ipv6(host);
    }
    String[] parts = host.split("\\.", -1);
    if (parts.length > PARTS) {
      return Optional.empty();
    }
    long address = 0;
    for (int i = 0; i < parts.length; i++) {
      boolean last = i == parts.length - 1;
      long limit = last ? 1L << (Byte.SIZE * (PARTS - i)) : BYTE;
      long part = number(parts[i]);
      if (part < 0 || part >= limit) {
        return Optional.empty();
      }
      address = last ? address * limit + part : address * BYTE + part;
    }
    return Optional.of(ipv4(address));
  }

  private static Optional<InetAddress> ipv6(String host) {
    try {
      return Optional.of(InetAddress.ofLiteral(host.substring(1, host.length() - 1)));
    } catch (IllegalArgumentException broken) {
      return Optional.empty();
    }
  }

  /** The number in its notation; -1 if it is none. */
  private static long number(String text) {
    if (text.isEmpty() || text.length() > LONGEST_NUMBER) {
      return -1;
    }
    try {
      if (text.startsWith("0x") || text.startsWith("0X")) {
        return text.length() == 2 ? 0 : Long.parseUnsignedLong(text.substring(2), 16);
      }
      return text.startsWith("0") ? Long.parseLong(text, 8) : Long.parseLong(text);
    } catch (NumberFormatException broken) {
      return -1;
    }
  }

  private static InetAddress ipv4(long address) {
    byte[] bytes = new byte[PARTS];
    for (int i = 0; i < PARTS; i++) {
      bytes[i] = (byte) (address >> (Byte.SIZE * (PARTS - 1 - i)));
    }
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
