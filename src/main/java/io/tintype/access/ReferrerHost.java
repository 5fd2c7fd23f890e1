package io.tintype.access;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hosts of referrers: all that counts of them. */
public final class ReferrerHost {
  private static final Pattern HOST =
      Pattern.compile(
          "(?:[A-Za-z][A-Za-z0-9+.-]*://)?(?:[^/?#@]*@)?(?<host>[A-Za-z0-9._-]{1,253}?)\\.?(?::[0-9]*)?"
              + "(?:[/?#].*)?",
          Pattern.DOTALL);

  private ReferrerHost() {}

  /**
   * The host of a URL, or of what is only a host.
   *
   * @return lower case, without port and final dot; empty if there is none
   */
  public static Optional<String> of(String urlOrHost) {
    Matcher parts = HOST.matcher(urlOrHost);
    return parts.matches()
        ? Optional.of(parts.group("host").toLowerCase(Locale.ROOT))
        : Optional.empty();
  }
}
