package io.tintype.model;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Percent-encoding of URLs (RFC 3986, 2.1), always of UTF-8. */
public final class PercentEncoding {
  private static final String UNRESERVED_MARKS = "-._~";
  private static final String PATH_MARKS = UNRESERVED_MARKS + "!$&'()*+,;=:@/";
  private static final String QUERY_MARKS = PATH_MARKS + "?";
  private static final char[] HEX = "0123456789ABCDEF".toCharArray();
  private static final int RADIX = 16;

  private PercentEncoding() {}

  /** Encodes everything but unreserved characters, with upper-case digits: one path segment. */
  public static String encodeSegment(String text) {
    return encode(text, UNRESERVED_MARKS, false);
  }

  /**
   * Encodes only what may not stand in a path (RFC 3986, 3.3), and leaves valid escapes as they
   * are: the mildest change that makes a raw path valid.
   */
  public static String repairPath(String rawPath) {
    return encode(rawPath, PATH_MARKS, true);
  }

  /** Encodes what may not stand in a path, {@code %} too: the raw form of a decoded path. */
  public static String encodePath(String path) {
    return encode(path, PATH_MARKS, false);
  }

  /** Encodes only what may not stand in a query (RFC 3986, 3.4), like {@link #repairPath}. */
  public static String repairQuery(String rawQuery) {
    return encode(rawQuery, QUERY_MARKS, true);
  }

  /** Decodes escapes; {@code +} stays {@code +}. Empty if an escape is broken or no UTF-8. */
  public static Optional<String> decode(String text) {
    if (text.indexOf('%') < 0) {
      return Optional.of(text);
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream decoded = new ByteArrayOutputStream(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] != '%') {
        decoded.write(bytes[i]);
        continue;
      }
      if (!isEscape(bytes, i)) {
        return Optional.empty();
      }
      decoded.write(digit(bytes[i + 1]) * RADIX + digit(bytes[i + 2]));
      i += 2;
    }
    return utf8(decoded.toByteArray());
  }

  private static String encode(String text, String marks, boolean keepEscapes) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    StringBuilder encoded = new StringBuilder(bytes.length + RADIX);
    for (int i = 0; i < bytes.length; i++) {
      char c = (char) (bytes[i] & 0xff);
      if (isAlphanumeric(c) || marks.indexOf(c) >= 0 || (keepEscapes && isEscape(bytes, i))) {
        encoded.append(c);
      } else {
        encoded.append('%').append(HEX[c >> 4]).append(HEX[c & 15]);
      }
    }
    return encoded.toString();
  }

  private static boolean isEscape(byte[] bytes, int at) {
    return bytes[at] == '%'
        && at + 2 < bytes.length
        && digit(bytes[at + 1]) >= 0
        && digit(bytes[at + 2]) >= 0;
  }

  private static int digit(byte b) {
    return Character.digit((char) b, RADIX);
  }

  private static boolean isAlphanumeric(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  private static Optional<String> utf8(byte[] bytes) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException notText) {
      return Optional.empty();
    }
  }
}
