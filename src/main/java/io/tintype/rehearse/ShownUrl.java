package io.tintype.rehearse;

import io.tintype.model.PercentEncoding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * URLs of a log as a report may show them: printable ASCII, not too long, and without what opens
 * anything. Of queries only what the languages of images have is shown.
 */
final class ShownUrl {
  static final String MASK = "***";
  private static final int LONGEST = 400;
  private static final int LONGEST_READ = 1_000;

  /** URLs that are fetched stand in others, and others in these; deeper ones are hidden. */
  private static final int DEEPEST = 4;

  /** Where a part of a query begins, by how often it is escaped. */
  private static final List<Pattern> MARKS = escaped("[?&]", "(?:3F|26)");

  private static final List<Pattern> EQUALS = escaped("=", "3D");

  /** What queries say of pictures, and of nothing else. */
  private static final Set<String> SHOWN =
      Set.of(
          """
          tr w h ar c cm fo x y xc yc z dpr q f rt bg n di bl b r o fl e cp md pr lo pg so eo
          du if width height quality format fit crop dn v ik-attachment ik-obj-version
          ik-sanitizesvg ik-t _a _i orig
          """
              .strip()
              .split("\\s+", -1));

  /** Secrets outside of queries. */
  private static final Pattern SECRETS =
      Pattern.compile(
          "(?i)(?<![a-z0-9_-])((?:ik-s|__cld_token__|[a-z0-9_-]{0,80}(?:sig|signature|token|"
              + "credential|secret|password|passwd|pwd|pass|key|key-pair-id|policy|hmac|jwt|auth|"
              + "hash|session|session_?id|sid))(?:=|%(?:25)*+3D))"
              + ".*?(?=[&?/]|%(?:25)*+(?:26|3F)|$)");

  private static final Pattern SIGNATURE = Pattern.compile("s--[A-Za-z0-9_-]{1,64}--");
  private static final Pattern USER =
      Pattern.compile("(?i)((?::|%(?:25)*+3A)(?:/|%(?:25)*+2F){1,2})[^/?]{1,2000}(@|%(?:25)*+40)");

  private ShownUrl() {}

  static String of(String url) {
    String read = url.length() > LONGEST_READ ? url.substring(0, LONGEST_READ) : url;
    String open = SIGNATURE.matcher(read).replaceAll("s--" + MASK + "--");
    String known = USER.matcher(open).replaceAll("$1" + MASK + "$2");
    String closed = SECRETS.matcher(query(known, 0)).replaceAll("$1" + MASK);
    String shown = PercentEncoding.repairQuery(closed);
    return shown.length() > LONGEST || url.length() > LONGEST_READ
        ? shown.substring(0, Math.min(shown.length(), LONGEST)) + "…"
        : shown;
  }

  /**
   * Hides what queries say.
   *
   * @param depth how often the marks of the query are escaped
   */
  private static String query(String text, int depth) {
    if (depth > DEEPEST) {
      return text;
    }
    Matcher mark = MARKS.get(depth).matcher(text);
    StringBuilder shown = new StringBuilder();
    int start = 0;
    while (mark.find()) {
      shown.append(part(text.substring(start, mark.start()), start == 0, depth));
      shown.append(mark.group());
      start = mark.end();
    }
    return shown.append(part(text.substring(start), start == 0, depth)).toString();
  }

  /** What stands in front of a query may have one that is escaped once more. */
  private static String part(String text, boolean front, int depth) {
    if (front || text.isEmpty()) {
      return query(text, depth + 1);
    }
    Matcher equals = EQUALS.get(depth).matcher(text);
    boolean named = equals.find();
    String name = named ? text.substring(0, equals.start()) : text;
    if (SHOWN.contains(name.toLowerCase(Locale.ROOT))) {
      return query(text, depth + 1);
    }
    return named ? text.substring(0, equals.end()) + MASK : MASK;
  }

  private static List<Pattern> escaped(String plain, String digits) {
    List<Pattern> patterns = new ArrayList<>();
    patterns.add(Pattern.compile(plain));
    for (int depth = 1; depth <= DEEPEST; depth++) {
      patterns.add(
          Pattern.compile("%" + "25".repeat(depth - 1) + digits, Pattern.CASE_INSENSITIVE));
    }
    return List.copyOf(patterns);
  }
}
