package io.tintype.access;

import io.tintype.model.PercentEncoding;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The ways a signer may have written what arrived here. SDKs, browsers and proxies differ in which
 * characters they escape and in the case of the digits; every spelling reads as the same request.
 */
final class Spellings {
  /** Most of them for one request: what a wrong signature costs is bounded. */
  static final int MOST = 64;

  /** Longer texts, in characters, have to arrive as they were signed. */
  static final int LONGEST = 2048;

  private static final List<Function<String, List<String>>> CHANGES =
      List.of(RemoteSpellings::of, ChainSpellings::of, Spellings::beyondAscii, Spellings::digits);

  private static final Pattern ESCAPE = Pattern.compile("%[0-9A-Fa-f]{2}");
  private static final Pattern BEYOND_ASCII = Pattern.compile("[^\\x21-\\x7e]++");
  private static final Pattern ESCAPED_BEYOND_ASCII =
      Pattern.compile("(?:%20|%[89A-Fa-f][0-9A-Fa-f])++");

  private Spellings() {}

  /**
   * All spellings of some texts: first the texts as they are, then the others, each once.
   *
   * @param texts paths below an endpoint with their queries
   */
  static Set<String> of(Collection<String> texts) {
    Set<String> all = new LinkedHashSet<>(texts);
    for (Function<String, List<String>> change : CHANGES) {
      for (String text : List.copyOf(all)) {
        if (text.length() <= LONGEST) {
          change.apply(text).stream().limit(MOST - all.size()).forEach(all::add);
        }
      }
    }
    return all;
  }

  private static List<String> beyondAscii(String text) {
    return List.of(
        text,
        replaced(BEYOND_ASCII, text, PercentEncoding::encodeSegment),
        replaced(
            ESCAPED_BEYOND_ASCII,
            text,
            escapes -> PercentEncoding.decode(escapes).orElse(escapes)));
  }

  private static List<String> digits(String text) {
    if (text.indexOf('%') < 0) {
      return List.of(text);
    }
    return List.of(
        text,
        replaced(ESCAPE, text, escape -> escape.toUpperCase(Locale.ROOT)),
        replaced(ESCAPE, text, escape -> escape.toLowerCase(Locale.ROOT)));
  }

  private static String replaced(Pattern pattern, String text, UnaryOperator<String> change) {
    Function<MatchResult, String> literal =
        found -> Matcher.quoteReplacement(change.apply(found.group()));
    return pattern.matcher(text).replaceAll(literal);
  }
}
