package io.tintype.cache;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * What tells two variants apart, as a text; it holds no validators of the source, so that it can be
 * made before anybody asked an origin.
 */
public record VariantKey(String text) {
  private static final String VERSION = "v1";

  /** Stands in no URL, header or canonical text, so that different parts never print alike. */
  private static final String SEPARATOR = "\n";

  /**
   * Makes a key.
   *
   * @param parts everything the bytes depend on, in a fixed order
   */
  public static VariantKey of(List<String> parts) {
    return new VariantKey(VERSION + SEPARATOR + String.join(SEPARATOR, parts));
  }

  /** SHA-256 of the text in hexadecimal, as a name of fixed length. */
  public String digest() {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
