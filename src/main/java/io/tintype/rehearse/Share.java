package io.tintype.rehearse;

import java.util.Locale;

/** Shares and numbers as reports write them. */
final class Share {
  private static final double WHOLE = 100;

  private Share() {}

  /** Percent with two digits, rounded down: 100 means all of it. */
  static double percent(long part, long whole) {
    return whole == 0 ? 0 : Math.floor(part * WHOLE / whole * WHOLE) / WHOLE;
  }

  static String text(long part, long whole) {
    return String.format(Locale.ROOT, "%.2f %%", percent(part, whole));
  }

  static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** A number of URLs, marked where it is estimated. */
  static String urls(Report.Count count) {
    return (count.exact() ? "" : "~") + number(count.urls());
  }
}
