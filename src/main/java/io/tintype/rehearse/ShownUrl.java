package io.tintype.rehearse;

import io.tintype.model.PercentEncoding;
import java.util.regex.Pattern;

/**
 * URLs of a log as a report may show them: printable ASCII, not too long, and without what opens
 * anything.
 */
final class ShownUrl {
  static final String MASK = "***";
  private static final int LONGEST = 400;
  private static final int LONGEST_READ = 4_000;

  /** The marks of a query, which may be escaped any number of times inside of a fetched URL. */
  private static final String EQUALS = "(?:=|%(?:25)*+3[Dd])";

  private static final Pattern SECRETS =
      Pattern.compile(
          "(?i)((?:ik-s|__cld_token__|[a-z0-9_-]{0,40}(?:sig|signature|token|credential|secret|"
              + "password|passwd|pwd|api_?key|access_?key|key-pair-id|policy|hmac|jwt|auth))"
              + EQUALS
              + ").*?(?=&|%(?:25)*+26|$)");

  private static final Pattern SIGNATURE = Pattern.compile("s--[A-Za-z0-9_-]{1,64}--");
  private static final Pattern USER = Pattern.compile("(:/{1,2})[^/?@]{1,200}@");

  private ShownUrl() {}

  static String of(String url) {
    String read = url.length() > LONGEST_READ ? url.substring(0, LONGEST_READ) : url;
    String open = SIGNATURE.matcher(read).replaceAll("s--" + MASK + "--");
    String closed = USER.matcher(open).replaceAll("$1" + MASK + "@");
    String shown = PercentEncoding.repairQuery(SECRETS.matcher(closed).replaceAll("$1" + MASK));
    return shown.length() > LONGEST || url.length() > LONGEST_READ
        ? shown.substring(0, Math.min(shown.length(), LONGEST)) + "…"
        : shown;
  }
}
