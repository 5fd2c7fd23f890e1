package io.tintype.routing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values of {@code Cache-Control} (RFC 9111, 5.2). */
final class CacheControl {
  private static final Pattern LIFETIME =
      Pattern.compile(
          "(?<name>s-maxage|max-age)\\s*=\\s*\"?(?<seconds>[0-9]{1,18})\"?",
          Pattern.CASE_INSENSITIVE);
  private static final Duration BRIEFLY = Duration.ofMinutes(1);
  private static final String IMMUTABLE = "immutable";
  private static final String MAX_AGE = "max-age";
  private static final String NO_STORE = "no-store";

  /** {@code stale-while-revalidate}, {@code stale-if-error}: longer than the lifetime. */
  private static final String STALE = "stale-";

  private CacheControl() {}

  /** The same value for an answer that only the one client may keep. */
  static String forOne(String value) {
    List<String> directives = new ArrayList<>(List.of("private"));
    for (String part : value.split(",", -1)) {
      String name = part.strip().toLowerCase(Locale.ROOT);
      if (!name.equals("public") && !name.equals("private") && !name.startsWith("s-maxage")) {
        directives.add(part.strip());
      }
    }
    return String.join(", ", directives);
  }

  /**
   * The same value for an answer that never changes.
   *
   * @param value directives of an endpoint
   */
  static String immutable(String value) {
    String lower = value.toLowerCase(Locale.ROOT);
    boolean moot = lower.contains(IMMUTABLE) || lower.contains("no-");
    return moot || !LIFETIME.matcher(value).find() ? value : value + ", immutable";
  }

  /**
   * The same value for an answer that there will soon be a better one for: a minute at most.
   *
   * @param value directives of an endpoint
   */
  static String briefly(String value) {
    List<String> directives = new ArrayList<>();
    for (String part : value.split(",", -1)) {
      if (!part.strip().equalsIgnoreCase(IMMUTABLE)) {
        directives.add(part.strip());
      }
    }
    return within(String.join(", ", directives), BRIEFLY);
  }

  /**
   * The same value for an answer that no cache may give out for longer.
   *
   * @param value directives of an endpoint
   * @param remaining not negative
   */
  static String within(String value, Duration remaining) {
    List<String> directives = new ArrayList<>();
    boolean bounded = false;
    for (String part : value.split(",", -1)) {
      String directive = part.strip();
      String name = directive.toLowerCase(Locale.ROOT);
      Matcher lifetime = LIFETIME.matcher(directive);
      if (lifetime.matches()) {
        long seconds = Math.min(Long.parseLong(lifetime.group("seconds")), remaining.toSeconds());
        directives.add(lifetime.group("name") + "=" + seconds);
      } else if (!name.startsWith(STALE)) {
        directives.add(directive);
      }
      bounded |= name.startsWith(MAX_AGE) || name.equals(NO_STORE);
    }
    if (!bounded) {
      directives.add(MAX_AGE + "=" + remaining.toSeconds());
    }
    return String.join(", ", directives);
  }
}
