package io.tintype.sniff;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells SVG from other text by its root element. A page that merely contains a drawing is none:
 * delivered as SVG it would run its scripts in the gateway's name.
 */
final class SvgStart {
  private static final String UTF_8_MARK = "\u00ef\u00bb\u00bf";

  /** An XML declaration or processing instruction, or a comment. */
  private static final Pattern PREAMBLE =
      Pattern.compile("\\s*+(?:<\\?.*?\\?>|<!--.*?-->)", Pattern.DOTALL);

  private static final Pattern ROOT = Pattern.compile("\\s*+<(?:!DOCTYPE\\s++)?svg[\\s:/>]");

  private SvgStart() {}

  /** Whether a text, read as Latin-1, begins like an SVG. */
  static boolean of(String head) {
    return ROOT.matcher(head).region(afterPreamble(head), head.length()).lookingAt();
  }

  /** Where the first thing begins that is no declaration, instruction or comment. */
  static int afterPreamble(String text) {
    return afterPreamble(text, text.startsWith(UTF_8_MARK) ? UTF_8_MARK.length() : 0);
  }

  /** The same, from somewhere on. */
  static int afterPreamble(String text, int from) {
    Matcher preamble = PREAMBLE.matcher(text);
    int at = from;
    while (preamble.region(at, text.length()).lookingAt()) {
      at = preamble.end();
    }
    return at;
  }
}
