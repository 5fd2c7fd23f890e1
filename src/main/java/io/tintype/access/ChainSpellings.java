package io.tintype.access;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Ways to write the punctuation of a transformation: raw as SDKs of today do it, or escaped as
 * older ones and some proxies do. Splits instead of searching with expressions: a wrong signature
 * has to be cheap.
 */
final class ChainSpellings {
  private static final String IN_PATH = "tr";
  private static final String IN_QUERY = "tr=";
  private static final List<String> COLONS = List.of(":", "%3A", "%3a");

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
    int question = text.indexOf('?');
    String path = question < 0 ? text : text.substring(0, question);
    String changed = pieces(path, "/", segment -> inPath(segment, change, colon));
    return question < 0
        ? changed
        : changed + "?" + pieces(text.substring(question + 1), "&", pair -> inQuery(pair, change));
  }

  private static String pieces(String text, String separator, UnaryOperator<String> change) {
    return Stream.of(text.split(separator, -1)).map(change).collect(Collectors.joining(separator));
  }

  private static String inPath(String segment, UnaryOperator<String> change, String colon) {
    String written = colonOf(segment);
    return written.isEmpty()
        ? segment
        : IN_PATH + colon + change.apply(segment.substring(IN_PATH.length() + written.length()));
  }

  /** The colon behind {@code tr}, as the segment has it; empty if it has no transformation. */
  private static String colonOf(String segment) {
    if (segment.startsWith(IN_PATH)) {
      for (String colon : COLONS) {
        if (segment.startsWith(colon, IN_PATH.length())) {
          return colon;
        }
      }
    }
    return "";
  }

  private static String inQuery(String pair, UnaryOperator<String> change) {
    return pair.startsWith(IN_QUERY)
        ? IN_QUERY + change.apply(pair.substring(IN_QUERY.length()))
        : pair;
  }

  private static String unescaped(String chain) {
    return chain
        .replace("%2C", ",")
        .replace("%2c", ",")
        .replace("%3A", ":")
        .replace("%3a", ":")
        .replace("%40", "@");
  }

  private static String escaped(String chain) {
    return chain.replace(",", "%2C").replace(":", "%3A").replace("@", "%40");
  }
}
