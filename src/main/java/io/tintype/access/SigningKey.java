package io.tintype.access;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A private key that URLs are signed with; never shows itself. */
public final class SigningKey {
  /** ImageKit's choice; as part of HMAC it is not broken by collisions of SHA-1. */
  private static final String ALGORITHM = "HmacSHA1";

  private final byte[] key;

  /**
   * Creates a key.
   *
   * @param text not empty
   */
  public SigningKey(String text) {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("empty key");
    }
    this.key = text.getBytes(StandardCharsets.UTF_8);
  }

  /** The signature of a message: 40 lower-case hexadecimal digits. */
  public String sign(String message) {
    return HexFormat.of().formatHex(hash(mac(), message));
  }

  /** The first of the messages that has this signature under this key. */
  Optional<String> signed(Iterable<String> messages, byte[] hash) {
    Mac mac = mac();
    for (String message : messages) {
      if (MessageDigest.isEqual(hash(mac, message), hash)) {
        return Optional.of(message);
      }
    }
    return Optional.empty();
  }

  private static byte[] hash(Mac mac, String message) {
    return mac.doFinal(message.getBytes(StandardCharsets.UTF_8));
  }

  private Mac mac() {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac;
    } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
      throw new IllegalStateException("every Java has " + ALGORITHM, impossible);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SigningKey that && MessageDigest.isEqual(key, that.key);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(key);
  }

  @Override
  public String toString() {
    return "***";
  }
}
