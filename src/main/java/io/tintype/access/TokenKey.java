package io.tintype.access;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A key that Cloudinary's authentication tokens are made with; never shows itself. */
public final class TokenKey {
  private static final Pattern HEX = Pattern.compile("(?:[0-9a-fA-F]{2}){1,128}");
  private static final String ALGORITHM = "HmacSHA256";

  private final byte[] key;

  /**
   * Creates a key.
   *
   * @param hex pairs of hexadecimal digits, as the vendor's console shows it
   */
  public TokenKey(String hex) {
    if (!isKey(hex)) {
      throw new IllegalArgumentException("not hexadecimal");
    }
    this.key = HexFormat.of().parseHex(hex);
  }

  /** Whether a text can be a key. */
  public static boolean isKey(String text) {
    return HEX.matcher(text).matches();
  }

  /** The lower-case hexadecimal digest of a token's fields. */
  String sign(String message) {
    return HexFormat.of().formatHex(hash(message));
  }

  boolean signed(String message, byte[] digest) {
    return MessageDigest.isEqual(hash(message), digest);
  }

  private byte[] hash(String message) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac.doFinal(message.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
      throw new IllegalStateException("every Java has " + ALGORITHM, impossible);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TokenKey that && MessageDigest.isEqual(key, that.key);
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
