package io.tintype.routing;

import io.tintype.model.ImageFormat;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Tells by their types the bodies that browsers take for documents, as these may hold scripts. Of a
 * type that is written oddly any part counts: browsers do not agree on which one does.
 *
 * @see <a href="https://mimesniff.spec.whatwg.org/#mime-type-groups">WHATWG MIME Sniffing, 4.6</a>
 */
final class Markup {
  private static final Set<String> XML = Set.of("text/xml", "application/xml", "text/xsl");
  private static final String HTML = "text/html";
  private static final Pattern BETWEEN = Pattern.compile("[\\s;,]++");

  private Markup() {}

  /** Whether it is said to be an SVG. */
  static boolean isSvg(String contentType) {
    return any(contentType, ImageFormat.SVG.mediaType()::equals);
  }

  /** Whether it is XML of any kind, which may have drawings in it or be one. */
  static boolean isXml(String contentType) {
    return any(
        contentType,
        part -> XML.contains(part) || (part.indexOf('/') > 0 && part.endsWith("+xml")));
  }

  static boolean mayRunScripts(String contentType) {
    return isXml(contentType) || any(contentType, HTML::equals);
  }

  private static boolean any(String contentType, Predicate<String> wanted) {
    return BETWEEN.splitAsStream(contentType.toLowerCase(Locale.ROOT)).anyMatch(wanted);
  }
}
