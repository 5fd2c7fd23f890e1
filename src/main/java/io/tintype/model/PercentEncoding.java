package io.tintype.model;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Optional;

/** Percent-encoding of URLs (RFC 3986, 2.1), always of UTF-8. */
public final class PercentEncoding {
  private static final BitSet SEGMENT = alphanumericAnd("-._~");
  private static final BitSet PATH = alphanumericAnd("-._~!$&'()*+,;=:@/");
  private static final BitSet QUERY = alphanumericAnd("-._~!$&'()*+,;=:@/?");
  private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);
  private static final int RADIX = 16;

  /** Bytes of an escape. */
  private static final int ESCAPE = 3;

  private PercentEncoding() {}

  /** Encodes everything but unreserved characters, with upper-case digits: one path segment. */
  public static String encodeSegment(String text) {
    return encode(text, SEGMENT, false);
  }

  /**
   * Encodes only what may not stand in a path (RFC 3986, 3.3), and leaves valid escapes as they
   * are: the mildest change that makes a raw path valid.
   */
  public static String repairPath(String rawPath) {
    return encode(rawPath, PATH, true);
  }

  /** Encodes what may not stand in a path, {@code %} too: the raw form of a decoded path. */
  public static String encodePath(String path) {
    return encode(path, PATH, false);
  }

  /** Encodes only what may not stand in a query (RFC 3986, 3.4), like {@link #repairPath}. */
  public static String repairQuery(String rawQuery) {
    return encode(rawQuery, QUERY, true);
  }

  /** Decodes escapes; {@code +} stays {@code +}. Empty if an escape is broken or no UTF-8. */
  public static Optional<String> decode(String text) {
    if (text.indexOf('%') < 0) {
      return Optional.of(text);
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    byte[] decoded = new byte[bytes.length];
    int length = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] != '%') {
        decoded[length++] = bytes[i];
        continue;
      }
      if (!isEscape(bytes, i)) {
        return Optional.empty();
      }
      decoded[length++] = (byte) (digit(bytes[i + 1]) * RADIX + digit(bytes[i + 2]));
      i += 2;
    }
    return utf8(ByteBuffer.wrap(decoded, 0, length));
  }

  private static String encode(String text, BitSet plain, boolean keepEscapes) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    byte[] encoded = new byte[bytes.length * ESCAPE];
    int length = 0;
    for (int i = 0; i < bytes.length; i++) {
      int b = bytes[i] & 0xff;
      if (plain.get(b) || (keepEscapes && isEscape(bytes, i))) {
        encoded[length++] = bytes[i];
      } else {
        encoded[length++] = '%';
        encoded[length++] = HEX[b / RADIX];
        encoded[length++] = HEX[b % RADIX];
      }
    }
    return new String(encoded, 0, length, StandardCharsets.US_ASCII);
  }

  private static boolean isEscape(byte[] bytes, int at) {
    return bytes[at] == '%'
        && at + 2 < bytes.length
        && digit(bytes[at + 1]) >= 0
        && digit(bytes[at + 2]) >= 0;
  }

  private static int digit(byte b) {
    return b < 0 ? -1 : Character.digit((char) b, RADIX);
  }

  private static BitSet alphanumericAnd(String marks) {
    BitSet plain = new BitSet();
    plain.set('0', '9' + 1);
    plain.set('A', 'Z' + 1);
    plain.set('a', 'z' + 1);
    marks.chars().forEach(plain::set);
    return plain;
  }

  private static Optional<String> utf8(ByteBuffer bytes) {
    try {
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
    } catch (CharacterCodingException notText) {
      return Optional.empty();
    }
  }
}
