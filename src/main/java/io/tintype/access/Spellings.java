package io.tintype.access;

import io.tintype.model.PercentEncoding;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
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

  /** Most characters that are hashed for one request with all keys together, about 0.5 ms. */
  private static final int MOST_CHARACTERS = 1 << 16;

  private static final List<Function<String, List<String>>> CHANGES =
      List.of(RemoteSpellings::of, ChainSpellings::of, Spellings::beyondAscii, Spellings::digits);

  private static final Pattern BEYOND_ASCII = Pattern.compile("[^\\x21-\\x7e]++");
  private static final Pattern ESCAPED_BEYOND_ASCII =
      Pattern.compile("(?:%20|%[89A-Fa-f][0-9A-Fa-f])++");

  private Spellings() {}

  /**
   * The spellings of some texts: first the texts as they are, then the others, each once, likeliest
   * first; fewer of long texts.
   *
   * @param texts paths below an endpoint with their queries
   * @param keys each of which all spellings are tried with
   */
  static Set<String> of(Collection<String> texts, int keys) {
    Set<String> all = new LinkedHashSet<>(texts);
    int most = most(texts, keys);
    for (Function<String, List<String>> change : CHANGES) {
      for (String text : List.copyOf(all)) {
        if (all.size() >= most) {
          return all;
        }
        if (text.length() <= LONGEST) {
          change.apply(text).stream().limit(most - all.size()).forEach(all::add);
        }
      }
    }
    return all;
  }

  private static int most(Collection<String> texts, int keys) {
    int longest = texts.stream().mapToInt(String::length).max().orElse(0);
    return Math.min(MOST, MOST_CHARACTERS / (Math.max(1, longest) * Math.max(1, keys)));
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
        text, digits(text, Character::toUpperCase), digits(text, Character::toLowerCase));
  }

  private static String digits(String text, IntUnaryOperator change) {
    StringBuilder changed = new StringBuilder(text);
    for (int percent = text.indexOf('%'); percent >= 0; percent = text.indexOf('%', percent + 1)) {
      if (isEscape(text, percent)) {
        changed.setCharAt(percent + 1, (char) change.applyAsInt(text.charAt(percent + 1)));
        changed.setCharAt(percent + 2, (char) change.applyAsInt(text.charAt(percent + 2)));
      }
    }
    return changed.toString();
  }

  private static boolean isEscape(String text, int percent) {
    return percent + 2 < text.length()
        && HexFormat.isHexDigit(text.charAt(percent + 1))
        && HexFormat.isHexDigit(text.charAt(percent + 2));
  }

  private static String replaced(Pattern pattern, String text, UnaryOperator<String> change) {
    Function<MatchResult, String> literal =
        found -> Matcher.quoteReplacement(change.apply(found.group()));
    return pattern.matcher(text).replaceAll(literal);
  }
}
