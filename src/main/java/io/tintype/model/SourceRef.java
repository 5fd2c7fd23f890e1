package io.tintype.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How a URL names a source. */
public sealed interface SourceRef {
  /** A text that is equal for equal references; part of every cache key, and what the log shows. */
  String text();

  /**
   * A path below an endpoint.
   *
   * @param rawPath valid percent-encoded path of UTF-8 text, without a leading slash
   * @param query raw query to hand to web origins, without {@code ?}; empty = none
   */
  record Named(String rawPath, String query) implements SourceRef {
    /** In front, or behind asset and delivery type as in Cloudinary's URLs. */
    private static final Pattern VERSION =
        Pattern.compile(
            "((?:[^/]+/){0,2}(?:image|video|raw)/(?:upload|private|authenticated)/)?"
                + "v([0-9]{1,18})/(.+)");

    private static final Pattern LEADING_SLASHES = Pattern.compile("^(?:/|%2[Ff])++");

    public Named {
      if (PercentEncoding.decode(rawPath).filter(path -> !path.startsWith("/")).isEmpty()) {
        throw new IllegalArgumentException("path " + rawPath);
      }
    }

    /** The percent-decoded path without a leading slash: an object key, a file's relative path. */
    public String path() {
      return PercentEncoding.decode(rawPath).orElseThrow();
    }

    /** The percent-decoded segments, in order; may contain empty ones. */
    public List<String> segments() {
      return List.of(path().split("/", -1));
    }

    /** The path with every segment percent-encoded strictly, as some tools write object keys. */
    public String encodedPath() {
      return segments().stream()
          .map(PercentEncoding::encodeSegment)
          .collect(Collectors.joining("/"));
    }

    /** The extension of the last segment, without the dot; empty if there is none. */
    public String extension() {
      String name = path().substring(path().lastIndexOf('/') + 1);
      int dot = name.lastIndexOf('.');
      return dot < 0 ? "" : name.substring(dot + 1);
    }

    /**
     * What this names if its {@code v<digits>} segment, in front or behind asset and delivery type,
     * is a version; empty without one.
     */
    public Optional<Versioned> versioned() {
      var matcher = VERSION.matcher(rawPath);
      if (!matcher.matches()) {
        return Optional.empty();
      }
      String types = matcher.group(1) == null ? "" : matcher.group(1);
      String rest = LEADING_SLASHES.matcher(matcher.group(3)).replaceFirst("");
      return rest.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new Versioned(new Named(types + rest, query), Long.parseLong(matcher.group(2))));
    }

    @Override
    public String text() {
      return query.isEmpty() ? rawPath : rawPath + "?" + query;
    }
  }

  /**
   * What a named reference means when its first segment is read as a version.
   *
   * @param rest the reference without the version segment
   * @param version the number of the version segment; {@code v1} names no particular version
   */
  record Versioned(Named rest, long version) {}

  /**
   * An absolute http or https URL carried in the path, for web proxies.
   *
   * @param url the URL in valid percent-encoded form, with its own query
   */
  record Remote(String url) implements SourceRef {
    @Override
    public String text() {
      return url;
    }
  }

  /**
   * An asset as Cloudinary's URLs name it. Each origin has its own key for it.
   *
   * @param publicId percent-decoded, without outer slashes; of a raw file with its extension
   * @param extension what the URL has behind the public id, without dot; empty = nothing
   * @param version digits of the version; empty = none
   * @param typed whether stores that just mirror paths have asset and delivery type in theirs
   */
  record Asset(
      AssetType type,
      DeliveryType delivery,
      String publicId,
      String extension,
      OptionalLong version,
      boolean typed)
      implements SourceRef {
    private static final String SCHEME = "cloudinary:";

    /** Versions that SDKs put where there is none. */
    private static final long NO_VERSION = 1;

    /** The path with asset and delivery type, and the extension as the URL has it. */
    public Named typedPath() {
      return path(type.word() + "/" + delivery.word() + "/", suffix());
    }

    /** The path with asset and delivery type and no extension: the original at Cloudinary. */
    public Named original() {
      return path(type.word() + "/" + delivery.word() + "/", "");
    }

    /** The path without asset and delivery type. */
    public Named untypedPath() {
      return path("", suffix());
    }

    /** The path as stores have it that mirror paths. */
    public Named mirrored() {
      return typed ? typedPath() : untypedPath();
    }

    /** The same asset, with its public id written in another way. */
    public Asset called(String otherId, String otherExtension) {
      return new Asset(type, delivery, otherId, otherExtension, version, typed);
    }

    /** The version that is asked for; 0 = whichever is the newest. */
    public long wantedVersion() {
      long asked = version.orElse(NO_VERSION);
      return asked == NO_VERSION ? 0 : asked;
    }

    @Override
    public String text() {
      String between = version.isPresent() ? "v" + version.getAsLong() + "/" : "";
      return SCHEME
          + (typed ? "" : "untyped:")
          + type.word()
          + "/"
          + delivery.word()
          + "/"
          + between
          + PercentEncoding.encodePath(publicId)
          + suffix();
    }

    private String suffix() {
      return extension.isEmpty() ? "" : "." + extension;
    }

    private Named path(String types, String suffix) {
      return new Named(types + PercentEncoding.encodePath(publicId + suffix), "");
    }
  }

  /**
   * A URL that is left to the vendor it was made for, transformation included.
   *
   * @param rawPath valid percent-encoded path below the vendor's base URL, without leading slash
   * @param query raw query without {@code ?}; empty = none
   * @param accepts what the vendor is told of the client, where the format depends on it
   */
  record Vendor(String rawPath, String query, Accepts accepts) implements SourceRef {
    /** The path and query as a web server has them. */
    public Named path() {
      return new Named(rawPath, query);
    }

    @Override
    public String text() {
      String wishes = (accepts.avif() ? " avif" : "") + (accepts.webp() ? " webp" : "");
      return "old vendor: " + path().text() + wishes;
    }
  }
}
