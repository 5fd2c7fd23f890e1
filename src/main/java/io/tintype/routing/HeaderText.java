package io.tintype.routing;

import io.tintype.model.PercentEncoding;
import java.util.List;

/** Texts of any kind, made harmless for a header or a log line. */
final class HeaderText {
  /** Longer lists are cut: proxies refuse answers with very large headers. */
  static final int MOST = 2_000;

  /** Longer items of a list are cut: a layer may be a list of its own. */
  private static final int MOST_OF_AN_ITEM = 64;

  private static final String CUT = "...";

  private HeaderText() {}

  /** The same text with everything but visible ASCII percent-encoded, and of bounded length. */
  static String safe(String text) {
    if (text.length() <= MOST && isSafe(text)) {
      return text;
    }
    StringBuilder safe = new StringBuilder(text.length());
    text.codePoints()
        .limit(MOST + 1)
        .forEach(
            point -> {
              if (point >= ' ' && point < 0x7f) {
                safe.append((char) point);
              } else {
                safe.append(encoded(point));
              }
            });
    return bounded(safe.toString());
  }

  /** The same text as one line of bounded length: what would break or steer it is encoded. */
  static String line(String text) {
    StringBuilder line = new StringBuilder(text.length());
    text.codePoints()
        .limit(MOST + 1)
        .forEach(
            point -> {
              if (breaks(point)) {
                line.append(encoded(point));
              } else {
                line.appendCodePoint(point);
              }
            });
    return bounded(line.toString());
  }

  private static boolean breaks(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> false;
    };
  }

  private static boolean isSafe(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < ' ' || text.charAt(i) >= 0x7f) {
        return false;
      }
    }
    return true;
  }

  /** The beginning of a text, without a copy where that is all of it. */
  static String cut(String text) {
    return text.length() <= MOST ? text : text.substring(0, MOST);
  }

  /** A comma list; a comma inside an item is percent-encoded, and long items are cut. */
  static String list(List<String> items) {
    StringBuilder list = new StringBuilder();
    for (String item : items) {
      String next = safe(excerpt(item.strip())).replace(",", "%2C");
      if (list.length() + next.length() > MOST) {
        return list.append(list.isEmpty() ? "" : ",").append(CUT).toString();
      }
      list.append(list.isEmpty() ? "" : ",").append(next);
    }
    return list.toString();
  }

  private static String excerpt(String item) {
    return item.codePointCount(0, item.length()) <= MOST_OF_AN_ITEM
        ? item
        : item.substring(0, item.offsetByCodePoints(0, MOST_OF_AN_ITEM)) + CUT;
  }

  private static String encoded(int point) {
    boolean lonelySurrogate = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    return lonelySurrogate ? "?" : PercentEncoding.encodeSegment(Character.toString(point));
  }

  private static String bounded(String text) {
    return text.length() <= MOST ? text : text.substring(0, MOST) + CUT;
  }
}
