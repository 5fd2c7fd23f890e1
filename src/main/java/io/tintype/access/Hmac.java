package io.tintype.access;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Keyed digests of texts (RFC 2104); never shows its key. */
final class Hmac {
  private final String algorithm;
  private final byte[] key;

  /**
   * For one key.
   *
   * @param algorithm one that every Java has, such as {@code HmacSHA256}
   * @param key not empty
   */
  Hmac(String algorithm, byte[] key) {
    this.algorithm = algorithm;
    this.key = key;
  }

  /** Digests any number of texts, one after the other. */
  final class Digester {
    private final Mac mac = mac();

    byte[] digest(String message) {
      return mac.doFinal(message.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether a text has this digest; takes as long, whichever byte differs. */
    boolean matches(String message, byte[] digest) {
      return MessageDigest.isEqual(digest(message), digest);
    }
  }

  private Mac mac() {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(key, algorithm));
      return mac;
    } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
      throw new IllegalStateException("every Java has " + algorithm, impossible);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Hmac that
        && algorithm.equals(that.algorithm)
        && MessageDigest.isEqual(key, that.key);
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
