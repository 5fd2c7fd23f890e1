package io.tintype.cli;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The place of a URL in a text.
 *
 * @param from index of its first character
 * @param to index behind its last character
 * @param doubt why this may be only a part of the URL; empty = it is all of it
 */
record UrlSpan(int from, int to, Optional<String> doubt) {
  private static final String FILLED_IN = "a part of it is filled in later";
  private static final String UNCLEAR = "it is not clear where it ends";
  private static final String ESCAPED = "it has an escape that is not understood";

  private static final String SPACE = "(?:[\\s\\p{Z}]|\\\\+[nrt])";
  private static final String ANOTHER = "(?:https?:)?(?:\\\\?/){2}";
  private static final String ENTITY = "&(?:quot|apos|#0*3[49]|#x0*2[27]);";
  private static final String QUOTE = "(?:\\\\*[\"'`]|" + ENTITY + "|\\\\u002[27])";
  private static final String PRINTED_QUOTE = "[\\p{Pi}\\p{Pf}\\u201a\\u201e\\u300c-\\u300f]";
  private static final String FILE =
      "\\.(?:jpe?g|png|gif|webp|avif|svg|jxl|jp2|bmp|tiff?|ico|hei[cf]|pdf|mp4|webm)";

  /** What no word follows at once, as one does an apostrophe. */
  private static final String ENDED = "(?![\\p{L}\\p{N}\\p{M}_]|[./-][\\p{L}\\p{N}_])";

  /** What programs put behind a text to make it longer, or to change it. */
  private static final String APPENDED =
      "(?:"
          + (SPACE + "*(?:\\+|\\||~(?!\\})|%(?![>}])|\\.\\.|<[<>]|&(?!#?\\w+;))")
          + ("|" + SPACE + "+\\.|\\.\\s*[$\"'(]")
          + ("|\\s+[\"'`](?!" + ANOTHER + ")(?:[./_,?&%-]|[^\"'`\\s]*" + FILE + "[\"'`]))");

  private static final String CLOSED = ENDED + "(?!" + APPENDED + ")";

  /** What ends a URL although it could be part of one: quotation marks of HTML, and list commas. */
  private static final Pattern END =
      Pattern.compile(
          ENTITY + "|&(?:lt|gt|nbsp);|[,;|](?=" + ANOTHER + ")", Pattern.CASE_INSENSITIVE);

  private static final Pattern PUNCTUATION = Pattern.compile("[.,;:!?*\\[|]+$");

  /** What a URL stands in. */
  private static final Pattern OPENING =
      Pattern.compile("(?:" + QUOTE + "|" + PRINTED_QUOTE + "|[(<{])\\z");

  /** The longest opening that is looked for, in characters. */
  private static final int OPENING_LENGTH = 12;

  /** What follows a URL that stands in nothing. */
  private static final Pattern BEHIND =
      Pattern.compile(
          "\\z|[>,]|&(?:lt|gt|nbsp);|\\\\u003[ce]|[;|](?="
              + ANOTHER
              + ")"
              + ("|" + SPACE)
              + ("|" + QUOTE + CLOSED)
              + ("|(?:" + PRINTED_QUOTE + "|[)\\]])" + ENDED)
              + "|<(?!<?[%?=#]|[\\w -]+>[./_-])",
          Pattern.CASE_INSENSITIVE);

  /** Full stops and the like of scripts that have no spaces. */
  private static final Pattern FULL_WIDTH_PUNCTUATION =
      Pattern.compile(
          "[\\u3001\\u3002\\u3009\\u300b\\u3011\\uff01\\uff09\\uff0c\\uff1a\\uff1b\\uff1f]");

  /** The rest of a list of URLs, as in {@code srcset}. */
  private static final String LIST =
      "[,;|]?" + SPACE + "*(?:" + ANOTHER + "|(?<=" + SPACE + ")[0-9.]+[wxh](?![\\w.]))";

  private static final Pattern NEXT_OF_LIST = Pattern.compile(LIST);

  /** What Markdown has between a URL and its parenthesis. */
  private static final Pattern TITLE = Pattern.compile("\\s+[\"'(=]");

  private static final Pattern NAMES_A_FILE =
      Pattern.compile(".*" + FILE, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /** A word that looks like the end of a path with a space. */
  private static final Pattern REST_OF_FILE =
      Pattern.compile(
          " +(?!" + ANOTHER + ")[^\\s\"'`<>()]*" + FILE + "(?!\\w)", Pattern.CASE_INSENSITIVE);

  /** What templates and programs put values in with, or append them with. */
  private static final Pattern FILLED =
      Pattern.compile("\\{|<(?:<?[%?=#]|[\\w -]+>[./_-])|\\\\[^\"'`nrtu\\\\]|" + QUOTE + APPENDED);

  /** Of a URL that goes on elsewhere. */
  private static final Pattern UNFINISHED = Pattern.compile(".*[/_=$-]", Pattern.DOTALL);

  /** Names that stand for values: in brackets, behind a colon, a dollar or a percent sign. */
  private static final Pattern PLACEHOLDER =
      Pattern.compile(
          "\\[\\.{0,3}[\\w-]+\\]|/:[A-Za-z]|/\\*|__[A-Za-z]+__|%(?![0-9A-Fa-f]{2})"
              + "|/(?![a-z]{1,3}_|\\$[A-Za-z0-9]+_)[^/]*\\$[A-Za-z]|\\$[A-Za-z][^/]*\\z");

  private static final Pattern ODD_ESCAPE =
      Pattern.compile("&(?!amp;)(?:[A-Za-z][A-Za-z0-9]*|#[0-9]+|#x[0-9A-Fa-f]+);");

  /**
   * Cuts a URL out.
   *
   * @param from where it begins
   * @param to where characters end that URLs are made of
   */
  static UrlSpan of(String text, int from, int to) {
    int last = balanced(text, from, ended(text, from, to));
    Matcher punctuation = PUNCTUATION.matcher(text).region(from, last);
    int end = punctuation.find() ? punctuation.start() : last;
    return new UrlSpan(from, end, doubt(text, new Cut(from, end, last)));
  }

  /**
   * A URL that may go on.
   *
   * @param end where it ends if the punctuation behind it is none of it
   * @param last where it ends else
   */
  private record Cut(int from, int end, int last) {
    boolean hasPunctuation() {
      return end < last;
    }
  }

  private static int ended(String text, int from, int to) {
    Matcher end = END.matcher(text).region(from + 1, to).useTransparentBounds(true);
    return end.find() ? end.start() : to;
  }

  /** Where a parenthesis or bracket is closed that has been opened before the URL. */
  private static int balanced(String text, int from, int to) {
    int parentheses = 0;
    int brackets = 0;
    for (int i = from; i < to; i++) {
      switch (text.charAt(i)) {
        case '(' -> parentheses++;
        case ')' -> parentheses--;
        case '[' -> brackets++;
        case ']' -> brackets--;
        default -> {}
      }
      if (parentheses < 0 || brackets < 0) {
        return i;
      }
    }
    return to;
  }

  private static Optional<String> doubt(String text, Cut cut) {
    String url = text.substring(cut.from(), cut.end());
    if (ODD_ESCAPE.matcher(url).find()) {
      return Optional.of(ESCAPED);
    }
    if (UNFINISHED.matcher(url).matches()
        || PLACEHOLDER.matcher(url.split("[?]", 2)[0]).find()
        || follows(FILLED, text, cut.last())) {
      return Optional.of(FILLED_IN);
    }
    String opening = opening(text, cut.from());
    boolean whole =
        opening.isEmpty() ? endsAlone(text, cut, url) : isClosed(text, cut, url, opening);
    return whole ? Optional.empty() : Optional.of(UNCLEAR);
  }

  private static String opening(String text, int from) {
    Matcher opening = OPENING.matcher(text).region(Math.max(0, from - OPENING_LENGTH), from);
    return opening.find() ? opening.group() : "";
  }

  /**
   * Whether a URL behind a quote or parenthesis ends at the one that belongs to it, or in a list.
   */
  private static boolean isClosed(String text, Cut cut, String url, String opening) {
    if (follows(NEXT_OF_LIST, text, cut.end())) {
      return true;
    }
    String closing =
        switch (opening.charAt(0)) {
          case '(' -> "\\)" + ENDED;
          case '<' -> ">";
          case '{' -> "\\}";
          case '"', '\'', '`', '&', '\\' -> Pattern.quote(opening) + CLOSED;
          default -> PRINTED_QUOTE + ENDED;
        };
    boolean labelled = "(<{".contains(opening) && url.contains("|");
    boolean closed = follows(Pattern.compile(SPACE + "*" + closing), text, cut.last());
    boolean titled = opening.equals("(") && follows(TITLE, text, cut.last());
    return (closed || titled) && !labelled && !cut.hasPunctuation();
  }

  private static boolean endsAlone(String text, Cut cut, String url) {
    if (text.substring(cut.end(), cut.last()).contains("..")) {
      return false;
    }
    boolean named = NAMES_A_FILE.matcher(url).matches();
    return follows(BEHIND, text, cut.last())
        ? named || cut.hasPunctuation() || !follows(REST_OF_FILE, text, cut.last())
        : named && follows(FULL_WIDTH_PUNCTUATION, text, cut.last());
  }

  private static boolean follows(Pattern pattern, String text, int at) {
    return pattern.matcher(text).region(at, text.length()).useTransparentBounds(true).lookingAt();
  }
}
