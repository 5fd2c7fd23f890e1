package io.tintype.access;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Ways to write the punctuation of a transformation: raw as SDKs of today do it, or escaped as
 * older ones and some proxies do.
 */
final class ChainSpellings {
  private static final Pattern IN_PATH =
      Pattern.compile("(?<start>(?:^|/)tr)(?<colon>:|%3[Aa])(?<chain>[^/?]*+)");
  private static final Pattern IN_QUERY = Pattern.compile("(?<start>[?&]tr=)(?<chain>[^&]*+)");

  private ChainSpellings() {}

  /** As it is, unescaped, escaped, and escaped with the colon behind {@code tr}. */
  static List<String> of(String text) {
    return List.of(
        text,
        changed(text, ChainSpellings::unescaped, ":"),
        changed(text, ChainSpellings::escaped, ":"),
        changed(text, ChainSpellings::escaped, "%3A"));
  }

  private static String changed(String text, UnaryOperator<String> change, String colon) {
    String path =
        IN_PATH
            .matcher(text)
            .replaceAll(
                found ->
                    Matcher.quoteReplacement(
                        found.group("start") + colon + change.apply(found.group("chain"))));
    return IN_QUERY
        .matcher(path)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    found.group("start") + change.apply(found.group("chain"))));
  }

  private static String unescaped(String chain) {
    return chain.replaceAll("%2[Cc]", ",").replaceAll("%3[Aa]", ":").replace("%40", "@");
  }

  private static String escaped(String chain) {
    return chain.replace(",", "%2C").replace(":", "%3A").replace("@", "%40");
  }
}
