package io.tintype.origin;

import io.tintype.config.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The settings of one origin. Keys, defaults and units: {@code docs/configuration.md}. */
public sealed interface OriginConfig {
  /** What web servers call the area stored with a picture, unless the settings say otherwise. */
  String FOCUS_HEADER = "x-custom-coordinates";

  OriginId id();

  /** Base of the {@code Link: …; rel="canonical"} header, without a trailing slash. */
  Optional<String> canonicalBaseUrl();

  /**
   * A web server.
   *
   * @param baseUrl http or https, may have a path, no query
   * @param forwardHost whether the server sees the host the client asked for
   * @param headers sent with every request
   * @param focusHeader of answers, which holds the area stored with a picture
   * @param names what the server calls Cloudinary's assets
   */
  record WebServer(
      OriginId id,
      Optional<String> canonicalBaseUrl,
      URI baseUrl,
      boolean forwardHost,
      Map<String, String> headers,
      String focusHeader,
      Timeouts timeouts,
      AssetNames names)
      implements OriginConfig {
    /** Of a server that calls assets what the endpoint says. */
    public WebServer(
        OriginId id,
        Optional<String> canonicalBaseUrl,
        URI baseUrl,
        boolean forwardHost,
        Map<String, String> headers,
        String focusHeader,
        Timeouts timeouts) {
      this(
          id,
          canonicalBaseUrl,
          baseUrl,
          forwardHost,
          headers,
          focusHeader,
          timeouts,
          AssetNames.OF_SERVER);
    }
  }

  /**
   * Any web server of an allow-list, named by an absolute URL in the path.
   *
   * @param allowedHosts host names, or {@code *.} followed by a domain whose subdomains are meant;
   *     each may end in {@code :port}, else only the scheme's own port is allowed
   * @param headers sent with every request
   * @param focusHeader of answers, which holds the area stored with a picture
   */
  record WebProxy(
      OriginId id,
      Optional<String> canonicalBaseUrl,
      List<String> allowedHosts,
      Map<String, String> headers,
      String focusHeader,
      Timeouts timeouts)
      implements OriginConfig {}

  /**
   * A bucket whose object keys are the paths of URLs.
   *
   * @param names what the bucket calls Cloudinary's assets
   */
  record S3(
      OriginId id,
      Optional<String> canonicalBaseUrl,
      Bucket bucket,
      Timeouts timeouts,
      AssetNames names)
      implements OriginConfig {
    /** Of a bucket that calls assets what the endpoint says. */
    public S3(OriginId id, Optional<String> canonicalBaseUrl, Bucket bucket, Timeouts timeouts) {
      this(id, canonicalBaseUrl, bucket, timeouts, AssetNames.OF_STORE);
    }
  }

  /**
   * A bucket Cloudinary writes its backups to.
   *
   * @param defaultType asset and delivery type assumed where neither folder nor path name one
   * @param listingTtl how long a listing is remembered; one that found nothing a tenth of it
   */
  record CloudinaryBackup(
      OriginId id,
      Optional<String> canonicalBaseUrl,
      Bucket bucket,
      String defaultType,
      Duration listingTtl,
      Timeouts timeouts)
      implements OriginConfig {}

  /**
   * A directory of this machine.
   *
   * @param names what the directory calls Cloudinary's assets
   */
  record Folder(OriginId id, Optional<String> canonicalBaseUrl, Path path, AssetNames names)
      implements OriginConfig {
    /** Of a directory that calls assets what the endpoint says. */
    public Folder(OriginId id, Optional<String> canonicalBaseUrl, Path path) {
      this(id, canonicalBaseUrl, path, AssetNames.OF_STORE);
    }
  }

  /**
   * How to reach a bucket of S3 or a compatible.
   *
   * @param name the bucket
   * @param folder prefix of every key: no leading slash, and a trailing one unless empty
   * @param region as in the signature's scope
   * @param endpoint base URL of the service; empty = AWS's own for the region
   * @param pathStyle {@code endpoint/bucket/key} instead of {@code bucket.endpoint/key}
   * @param encodeKeys whether object keys hold percent-encoded segments
   * @param focusHeader of answers, which holds the area stored with a picture
   * @param keys fixed keys; empty = the AWS default credential chain
   */
  record Bucket(
      String name,
      String folder,
      String region,
      Optional<URI> endpoint,
      boolean pathStyle,
      boolean encodeKeys,
      String focusHeader,
      Optional<Keys> keys) {
    /** What buckets call the area stored with a picture, unless the settings say otherwise. */
    public static final String FOCUS_HEADER = "x-amz-meta-custom-coordinates";
  }

  /**
   * Access keys.
   *
   * @param sessionToken of temporary keys
   */
  record Keys(String accessKey, Secret secretKey, Optional<Secret> sessionToken) {}

  /**
   * How long to wait for an origin.
   *
   * @param connect for a connection, TLS included
   * @param total for the whole answer of one attempt; the fetch stage shortens it so that every
   *     origin of a preference list gets its turn within {@code limits.fetchTime}
   */
  record Timeouts(Duration connect, Duration total) {
    public static final Timeouts DEFAULT =
        new Timeouts(Duration.ofSeconds(2), Duration.ofSeconds(8));
  }
}
