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

  /** Beyond ASCII only letters and digits: what else there is belongs to the words around. */
  private static final Pattern WITH_LETTERS =
      Pattern.compile("(?:" + PLAIN + "|[\\p{L}\\p{N}&&[^\\x00-\\x7F]])*+");

  /** What ends a URL although it could be part of one: quotation marks of HTML, and list commas. */
  private static final Pattern END =
      Pattern.compile(
          "&(?:quot|apos|lt|gt|nbsp|#0*39|#0*34|#x0*2[27]);|,(?=(?:https?:)?" + SLASHES + ")");

  private static final Pattern PUNCTUATION = Pattern.compile("[.,;:!?*\\[\\]|]+$");

  /** What templates and programs put values in with. */
  private static final Pattern PLACEHOLDER =
      Pattern.compile("^(?:[$#]?\\{|<[%?]|\\\\[^\"'nrt\\\\]|[,:][\"'`])");

  /** Of a URL that goes on elsewhere. */
  private static final Pattern UNFINISHED = Pattern.compile(".*[/_=$-]", Pattern.DOTALL);

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
      String url = text.substring(matcher.start(), trimmed(text, matcher.start(), end));
      String before = text.substring(copied, matcher.start());
      line += (int) before.chars().filter(c -> c == '\n').count();
      int behind = matcher.start() + url.length();
      Conversion conversion =
          UNFINISHED.matcher(url).matches() || isFilledIn(text, behind)
              ? Conversion.kept(url, "a part of it is filled in later")
              : converted(url);
      found.add(new Found(line, conversion));
      result.append(before).append(conversion.converted());
      copied = behind;
    }
    return new Result(result.append(text, copied, text.length()).toString(), found);
  }

  /** Where a URL ends that begins and may go on here. */
  private static int trimmed(String text, int from, int to) {
    Matcher end = END.matcher(text).region(from + 1, to);
    end.useTransparentBounds(true);
    int last = end.find() ? end.start() : to;
    String url = text.substring(from, last);
    int open = 0;
    for (int i = 0; i < url.length(); i++) {
      open += url.charAt(i) == '(' ? 1 : url.charAt(i) == ')' ? -1 : 0;
      if (open < 0) {
        url = url.substring(0, i);
      }
    }
    Matcher punctuation = PUNCTUATION.matcher(url);
    return from + (punctuation.find() ? punctuation.start() : url.length());
  }

  private static boolean isFilledIn(String text, int at) {
    return PLACEHOLDER.matcher(text.substring(at, Math.min(text.length(), at + 2))).find();
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
