package io.tintype.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds URLs of some hosts in a text of any kind, and puts others in their place; everything else
 * stays as it is.
 */
final class TextConverter {
  /** Slashes as JSON may write them. */
  private static final String SLASHES = "(?:\\\\?/){2}";

  /** A character of a URL, or a slash or ampersand as JSON writes it. */
  private static final String PLAIN = "[A-Za-z0-9\\-._~:/?#@!$&*+,;=%()|\\[\\]]|\\\\/|\\\\u0026";

  private static final Pattern CHARACTERS = Pattern.compile("(?:" + PLAIN + ")*+");

  /**
   * Beyond ASCII letters with their marks, digits, and symbols: what else there is may belong to
   * the words around.
   */
  private static final Pattern WITH_LETTERS =
      Pattern.compile(
          "(?:" + PLAIN + "|[[\\p{L}\\p{M}\\p{N}\\p{S}\\u200c\\u200d]&&[^\\x00-\\x7F]])*+");

  private final Pattern start;
  private final Function<String, Conversion> converter;

  /**
   * For some hosts.
   *
   * @param hosts not empty
   * @param converter of URLs as they are, not escaped
   */
  TextConverter(Set<String> hosts, Function<String, Conversion> converter) {
    String names = hosts.stream().map(Pattern::quote).collect(Collectors.joining("|"));
    this.start =
        Pattern.compile(
            "(?<![A-Za-z0-9.-])(?:https?:)?"
                + SLASHES
                + "(?:"
                + names
                + ")(?::[0-9]+)?(?=\\\\?/[A-Za-z0-9$%])",
            Pattern.CASE_INSENSITIVE);
    this.converter = converter;
  }

  /** A text with other URLs. */
  record Result(String text, List<Found> found) {
    Result {
      found = List.copyOf(found);
    }
  }

  /**
   * A URL of a text.
   *
   * @param line from 1
   */
  record Found(int line, Conversion conversion) {}

  /**
   * Converts all of them.
   *
   * @param unicode whether what is beyond ASCII is letters; else it ends URLs
   */
  Result convert(String text, boolean unicode) {
    StringBuilder result = new StringBuilder();
    List<Found> found = new ArrayList<>();
    Matcher matcher = start.matcher(text);
    Matcher characters = (unicode ? WITH_LETTERS : CHARACTERS).matcher(text);
    int copied = 0;
    int line = 1;
    while (matcher.find(copied)) {
      characters.region(matcher.end(), text.length());
      int end = characters.lookingAt() ? characters.end() : matcher.end();
      UrlSpan span = UrlSpan.of(text, matcher.start(), end);
      String url = text.substring(span.from(), span.to());
      String before = text.substring(copied, span.from());
      line += (int) before.chars().filter(c -> c == '\n').count();
      Conversion conversion =
          span.doubt().map(reason -> Conversion.kept(url, reason)).orElseGet(() -> converted(url));
      found.add(new Found(line, conversion));
      result.append(before).append(conversion.converted());
      copied = span.to();
    }
    return new Result(result.append(text, copied, text.length()).toString(), found);
  }

  /** Escapes are undone before, and done again behind. */
  private Conversion converted(String url) {
    boolean html = url.contains("&amp;");
    boolean json = url.contains("\\/");
    boolean unicode = url.contains("\\u0026");
    String plain = url.replace("\\/", "/").replace("\\u0026", "&").replace("&amp;", "&");
    boolean relative = plain.startsWith("//");
    Conversion conversion = converter.apply(relative ? "https:" + plain : plain);
    if (conversion.verdict() == Conversion.Verdict.KEPT) {
      return conversion.spelt(url, url);
    }
    String written = conversion.converted();
    String spelt =
        relative && written.startsWith("https:") ? written.substring("https:".length()) : written;
    String ampersands =
        html ? spelt.replace("&", "&amp;") : unicode ? spelt.replace("&", "\\u0026") : spelt;
    return conversion.spelt(url, json ? ampersands.replace("/", "\\/") : ampersands);
  }
}
