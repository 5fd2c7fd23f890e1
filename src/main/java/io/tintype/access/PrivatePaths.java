package io.tintype.access;

import io.tintype.model.SourceRef;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Paths below an endpoint whose sources are private.
 *
 * @param prefixes percent-decoded, whole segments, without outer slashes; "" = everything. Of an
 *     absolute URL: host and path
 */
public record PrivatePaths(List<String> prefixes) {
  private static final Pattern SLASHES = Pattern.compile("/{2,}");

  /** Behind a host, with the dot that may end a full name. */
  private static final Pattern PORT = Pattern.compile("\\.?(?::[0-9]*)?$");

  /** Asset and delivery type, which a backup bucket finds the same source with and without. */
  private static final Pattern TYPES =
      Pattern.compile("(?:[^/]+/){0,2}(?:image|video|raw)/[a-z_]+/(.+)");

  public PrivatePaths {
    prefixes = prefixes.stream().map(PrivatePaths::normal).toList();
  }

  /** Whether a source lies below one of the paths, in any of the ways origins may read its name. */
  boolean include(SourceRef source) {
    return !prefixes.isEmpty() && readings(source).stream().anyMatch(this::includes);
  }

  private boolean includes(String path) {
    return prefixes.stream()
        .anyMatch(
            prefix ->
                prefix.isEmpty()
                    || path.equals(prefix)
                    || (path.startsWith(prefix) && path.charAt(prefix.length()) == '/'));
  }

  private static List<String> readings(SourceRef source) {
    return switch (source) {
      case SourceRef.Remote(var url) -> List.of(hostAndPath(URI.create(url)));
      case SourceRef.Vendor _ -> List.of();
      case SourceRef.Asset asset -> {
        List<String> readings = new ArrayList<>();
        addReadings(asset.typedPath(), readings);
        yield readings;
      }
      case SourceRef.Named named -> {
        List<String> readings = new ArrayList<>();
        addReadings(named, readings);
        named.versioned().ifPresent(versioned -> addReadings(versioned.rest(), readings));
        yield readings;
      }
    };
  }

  private static void addReadings(SourceRef.Named named, List<String> readings) {
    String path = normal(named.path());
    readings.add(path);
    Matcher typed = TYPES.matcher(path);
    if (typed.matches()) {
      readings.add(typed.group(1));
    }
  }

  /** Not {@code getHost}, which knows no underscores. */
  private static String hostAndPath(URI url) {
    return normal(PORT.matcher(url.getRawAuthority()).replaceFirst("") + url.getPath());
  }

  /** Some origins read several slashes as one. */
  private static String normal(String path) {
    String bare = path.replaceFirst("^https?:/+", "");
    String merged = SLASHES.matcher(bare).replaceAll("/");
    int start = merged.startsWith("/") ? 1 : 0;
    int end = merged.length() - (merged.length() > start && merged.endsWith("/") ? 1 : 0);
    return merged.substring(start, end);
  }
}
