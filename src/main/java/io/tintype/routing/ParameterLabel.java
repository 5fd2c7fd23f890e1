package io.tintype.routing;

import java.util.Set;

/** Names of parameters as a metric has them: a closed set, whatever clients make up. */
final class ParameterLabel {
  private static final String OTHER = "other";

  /** Keys of both vendors' documentation. */
  private static final Set<String> KNOWN =
      Set.of(
          "w", "h", "ar", "c", "cm", "fo", "x", "y", "xc", "yc", "z", "dpr", "q", "f", "rt", "bg",
          "n", "orig", "di", "bl", "t", "tl", "l", "b", "r", "o", "fl", "e", "cp", "md", "pr", "lo",
          "pg", "so", "eo", "du", "vc", "ac", "sr", "if", "i", "ie", "lx", "ly", "lxc", "lyc",
          "lap", "lfo", "lm", "tr", "fs", "ff", "co", "al", "pa", "ia", "tg", "lh", "cr", "dn",
          "raw", "cl", "fw", "oi", "ot", "ote", "obg", "a", "af", "bo", "br", "cs", "d", "dl", "dr",
          "fn", "fps", "g", "ki", "p", "sp", "u", "vs");

  private ParameterLabel() {}

  /**
   * The label for a raw parameter.
   *
   * @param raw as the URL has it, for example {@code bl-10} or {@code e-shadow}
   */
  static String of(String raw) {
    int end = 0;
    while (end < raw.length() && Character.isLetter(raw.charAt(end))) {
      end++;
    }
    String key = raw.substring(0, end);
    return KNOWN.contains(key) ? key : OTHER;
  }
}
