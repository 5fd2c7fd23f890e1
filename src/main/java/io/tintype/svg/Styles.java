package io.tintype.svg;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Style sheets and values of attributes without anything that leads out of the document. */
final class Styles {
  private static final String SEPARATORS = ";{}";
  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);

  /** At-rules without a block, as those that read other sheets. */
  private static final Pattern STATEMENT = Pattern.compile("@[^;{}]*;");

  private static final Pattern URL = Pattern.compile("url\\s*+\\(\\s*+(?![\"']?\\s*+#)");

  /** What reads files or runs code in some browser, of today or long ago. */
  private static final Pattern HARMFUL =
      Pattern.compile(
          "@(?!media\\b)|image\\s*\\(|image-set|cross-fade|element\\s*\\(|src\\s*\\(|attr\\s*\\("
              + "|expression|javascript|vbscript|data:|behavior|-binding|paint\\s*\\(|//|[<\\\\]");

  private Styles() {}

  /** Whether a value may stay as it is. */
  static boolean isHarmless(String value) {
    String lower = value.toLowerCase(Locale.ROOT);
    return !URL.matcher(lower).find() && !HARMFUL.matcher(lower).find();
  }

  /** Of a sheet, or of the declarations of one element, what may stay; empty if that is nothing. */
  static Optional<String> cleaned(String text) {
    String bare = STATEMENT.matcher(COMMENT.matcher(text).replaceAll(" ")).replaceAll(" ");
    StringBuilder kept = new StringBuilder();
    int from = 0;
    for (int at = 0; at <= bare.length(); at++) {
      if (at == bare.length() || SEPARATORS.indexOf(bare.charAt(at)) >= 0) {
        String piece = bare.substring(from, at);
        kept.append(isHarmless(piece) ? piece : "");
        kept.append(bare, at, Math.min(at + 1, bare.length()));
        from = at + 1;
      }
    }
    String result = kept.toString().strip();
    return result.isEmpty() || !isHarmless(result) ? Optional.empty() : Optional.of(result);
  }
}
