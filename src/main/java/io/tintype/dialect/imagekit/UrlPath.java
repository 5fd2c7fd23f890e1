package io.tintype.dialect.imagekit;

import io.tintype.dialect.RawText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The path below the endpoint, with the transformation taken out of it.
 *
 * @param chains percent-decoded texts behind {@code tr:}, in order
 * @param source what is left: raw, without leading slashes, possibly empty
 */
record UrlPath(List<String> chains, String source) {
  private static final String PREFIX = "tr:";
  private static final String ENCODED_PREFIX = "tr%3a";

  /** Possessive, since Java recurses for every round of a greedy group. */
  private static final Pattern LEADING_SLASHES = Pattern.compile("^(?:/|%2[Ff])++");

  /** Reads an undecoded path; segments that begin with {@code tr:} may stand anywhere. */
  static UrlPath of(String rawPath) {
    List<String> chains = new ArrayList<>();
    List<String> rest = new ArrayList<>();
    for (String segment : rawPath.split("/", -1)) {
      if (isChain(segment)) {
        chains.add(RawText.decode(segment).substring(PREFIX.length()));
      } else {
        rest.add(segment);
      }
    }
    return new UrlPath(List.copyOf(chains), withoutLeadingSlashes(String.join("/", rest)));
  }

  private static boolean isChain(String segment) {
    return segment.startsWith(PREFIX)
        || (segment.startsWith("tr")
            && segment.toLowerCase(Locale.ROOT).startsWith(ENCODED_PREFIX));
  }

  /** An object's key, and a file's relative path, begins with a name; proxies add slashes. */
  static String withoutLeadingSlashes(String path) {
    return LEADING_SLASHES.matcher(path).replaceFirst("");
  }
}
