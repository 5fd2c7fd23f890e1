package io.tintype.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A URL of Cloudinary's that was found on a public page or in a public source.
 *
 * @param text the whole URL
 * @param shared whether the cloud is the first segment of its path
 * @param path without leading slash
 * @param query without question mark; empty = none
 */
public record RealUrl(String text, boolean shared, String path, String query) {
  private static final Path FILE = Path.of("src/test/resources/cases/cloudinary-urls.txt");
  private static final Pattern URL =
      Pattern.compile("https?://([^/?#]+)/?([^?#]*)(?:\\?([^#]*))?(?:#.*)?");
  private static final Pattern SHARED =
      Pattern.compile(
          "(?:www\\.)?res(?:-[s1-5])?\\.cloudinary\\.com|cloudinary-a\\.akamaihd\\.net"
              + "|d3jpl91pxevbkh\\.cloudfront\\.net");

  /** All there are. */
  public static List<RealUrl> all() {
    try {
      return Files.readAllLines(FILE).stream().map(RealUrl::of).toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static RealUrl of(String text) {
    Matcher parts = URL.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException(text);
    }
    return new RealUrl(
        text,
        SHARED.matcher(parts.group(1)).matches(),
        parts.group(2),
        parts.group(3) == null ? "" : parts.group(3));
  }

  /** Path and query as they stand. */
  public String target() {
    return query.isEmpty() ? path : path + "?" + query;
  }
}
