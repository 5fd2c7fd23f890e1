package io.tintype.access;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/** A private key that URLs are signed with; never shows itself. */
public final class SigningKey {
  /** ImageKit's choice; as part of HMAC it is not broken by collisions of SHA-1. */
  private static final String ALGORITHM = "HmacSHA1";

  private final Hmac hmac;

  /**
   * Creates a key.
   *
   * @param text not empty
   */
  public SigningKey(String text) {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("empty key");
    }
    this.hmac = new Hmac(ALGORITHM, text.getBytes(StandardCharsets.UTF_8));
  }

  /** The signature of a message: 40 lower-case hexadecimal digits. */
  public String sign(String message) {
    return HexFormat.of().formatHex(hmac.new Digester().digest(message));
  }

  /** The first of the messages that has this signature under this key. */
  Optional<String> signed(Iterable<String> messages, byte[] hash) {
    Hmac.Digester digester = hmac.new Digester();
    for (String message : messages) {
      if (digester.matches(message, hash)) {
        return Optional.of(message);
      }
    }
    return Optional.empty();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SigningKey that && hmac.equals(that.hmac);
  }

  @Override
  public int hashCode() {
    return hmac.hashCode();
  }

  @Override
  public String toString() {
    return hmac.toString();
  }
}
