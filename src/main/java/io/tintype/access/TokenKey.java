package io.tintype.access;

import java.util.HexFormat;
import java.util.regex.Pattern;

/** A key that Cloudinary's authentication tokens are made with; never shows itself. */
public final class TokenKey {
  private static final Pattern HEX = Pattern.compile("(?:[0-9a-fA-F]{2}){1,128}");
  private static final String ALGORITHM = "HmacSHA256";

  private final Hmac hmac;

  /**
   * Creates a key.
   *
   * @param hex pairs of hexadecimal digits, as the vendor's console shows it
   */
  public TokenKey(String hex) {
    if (!isKey(hex)) {
      throw new IllegalArgumentException("not hexadecimal");
    }
    this.hmac = new Hmac(ALGORITHM, HexFormat.of().parseHex(hex));
  }

  /** Whether a text can be a key. */
  public static boolean isKey(String text) {
    return HEX.matcher(text).matches();
  }

  /** The lower-case hexadecimal digest of a token's fields. */
  String sign(String message) {
    return HexFormat.of().formatHex(hmac.new Digester().digest(message));
  }

  boolean signed(String message, byte[] digest) {
    return hmac.new Digester().matches(message, digest);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TokenKey that && hmac.equals(that.hmac);
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
