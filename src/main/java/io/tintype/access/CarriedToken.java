package io.tintype.access;

import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import io.tintype.model.PercentEncoding;
import java.util.Arrays;

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
   * Finds the token of a request; the query counts more. Of several cookies of the name the first
   * counts, as the nearest path's does (RFC 6265, 5.4).
   *
   * @param rawQuery undecoded, without {@code ?}
   * @param cookies value of the {@code Cookie} header; empty = none
   * @throws FaultException if the query has several, however they are spelled
   */
  public static CarriedToken of(String rawQuery, String cookies, String address) {
    String[] pairs = rawQuery.split("&", -1);
    if (Arrays.stream(pairs).filter(CarriedToken::isNamed).count() > 1) {
      throw new FaultException(new Fault.SignatureRefused(Fault.SignatureRefused.Reason.MALFORMED));
    }
    String query = value(pairs);
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

  private static boolean isNamed(String pair) {
    int equals = pair.indexOf('=');
    String rawName = equals < 0 ? pair : pair.substring(0, equals);
    return PercentEncoding.decode(rawName).orElse(rawName).equals(NAME);
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
