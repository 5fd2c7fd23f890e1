package io.tintype.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** A secret of a Cloudinary account, with which its URLs were signed; never shows itself. */
public final class ApiSecret {
  /** SHA-1 is what accounts begin with; nobody gains by a collision, as the secret comes last. */
  private static final String SHORT = "SHA-1";

  private static final String LONG = "SHA-256";
  private static final int LONG_LENGTH = 32;

  private final byte[] secret;

  /**
   * Creates a secret.
   *
   * @param text not empty
   */
  public ApiSecret(String text) {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("empty secret");
    }
    this.secret = text.getBytes(StandardCharsets.UTF_8);
  }

  /** Whether this is what the secret makes of a message, by one of the vendor's algorithms. */
  boolean signed(String message, String hash) {
    boolean isLong = hash.length() == LONG_LENGTH;
    return matches(LONG, message, hash) || (!isLong && matches(SHORT, message, hash));
  }

  private boolean matches(String algorithm, String message, String hash) {
    String whole = Base64.getUrlEncoder().encodeToString(digest(algorithm, message));
    return MessageDigest.isEqual(
        whole.substring(0, hash.length()).getBytes(StandardCharsets.US_ASCII),
        hash.getBytes(StandardCharsets.US_ASCII));
  }

  private byte[] digest(String algorithm, String message) {
    try {
      MessageDigest digest = MessageDigest.getInstance(algorithm);
      digest.update(message.getBytes(StandardCharsets.UTF_8));
      return digest.digest(secret);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has " + algorithm, impossible);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ApiSecret that && MessageDigest.isEqual(secret, that.secret);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(secret);
  }

  @Override
  public String toString() {
    return "***";
  }
}
