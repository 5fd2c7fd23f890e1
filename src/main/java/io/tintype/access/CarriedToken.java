package io.tintype.access;

import io.tintype.model.PercentEncoding;

/**
 * An authentication token as a request carries it, in the query or in a cookie; nothing of it has
 * been checked.
 *
 * @param text {@code exp=…~acl=…~hmac=…}; empty = none
 * @param inCookie whether it is the client's own, and not part of the URL
 * @param address of the client's end of the connection; empty = not known
 */
public record CarriedToken(String text, boolean inCookie, String address) {
  /** No token. */
  public static final CarriedToken NONE = new CarriedToken("", false, "");

  /** Of the query parameter, and of the cookie. */
  public static final String NAME = "__cld_token__";

  /**
   * Finds the token of a request; the query counts more.
   *
   * @param rawQuery undecoded, without {@code ?}
   * @param cookies value of the {@code Cookie} header; empty = none
   */
  public static CarriedToken of(String rawQuery, String cookies, String address) {
    String query = value(rawQuery.split("&", -1));
    return query.isEmpty()
        ? new CarriedToken(value(cookies.split(";", -1)), true, address)
        : new CarriedToken(query, false, address);
  }

  /** Whether there may be a token in a query or in cookies. */
  public static boolean isIn(String queryOrCookies) {
    return queryOrCookies.contains(NAME);
  }

  boolean isAbsent() {
    return text.isEmpty();
  }

  private static String value(String[] pairs) {
    for (String pair : pairs) {
      String plain = pair.strip();
      if (plain.startsWith(NAME + "=")) {
        String value = plain.substring(NAME.length() + 1);
        // Lists of paths are escaped inside of the token; some clients escape the whole once more.
        return value.contains("~hmac=") ? value : PercentEncoding.decode(value).orElse(value);
      }
    }
    return "";
  }
}
