package io.tintype.settings;

import io.tintype.config.Key;
import io.tintype.config.Secret;
import io.tintype.config.Section;
import io.tintype.origin.AssetLayout;
import io.tintype.origin.AssetNames;
import io.tintype.origin.OriginConfig;
import io.tintype.origin.OriginConfig.Bucket;
import io.tintype.origin.OriginConfig.Keys;
import io.tintype.origin.OriginConfig.Timeouts;
import io.tintype.origin.OriginId;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads one origin; empty if something it cannot do without is missing or wrong. */
final class OriginReader {
  private final Section section;
  private final OriginId id;
  private final Optional<String> canonical;

  private OriginReader(Section section) {
    this.section = section;
    this.id = new OriginId(section.name());
    this.canonical = section.find(OriginKeys.CANONICAL_BASE_URL).map(URI::toString);
  }

  static Optional<OriginConfig> read(Section section) {
    OriginReader reader = new OriginReader(section);
    return switch (section.declared().name()) {
      case "folder" -> reader.folder();
      case "web-server" -> reader.webServer();
      case "web-proxy" -> reader.webProxy();
      case "s3" ->
          reader
              .bucket()
              .map(
                  bucket ->
                      new OriginConfig.S3(
                          reader.id,
                          reader.canonical,
                          bucket,
                          reader.timeouts(),
                          reader.names(OriginKeys.EXTENSIONS)));
      case "cloudinary-backup" -> reader.cloudinaryBackup();
      default -> throw new IllegalStateException(section.declared().name());
    };
  }

  private AssetNames names(Key<List<String>> extensions) {
    String layout = section.get(OriginKeys.LAYOUT).toUpperCase(Locale.ROOT).replace('-', '_');
    return new AssetNames(AssetLayout.valueOf(layout), section.get(extensions));
  }

  private Optional<OriginConfig> folder() {
    Optional<Path> path = section.find(OriginKeys.PATH).map(section::resolve);
    if (path.isPresent() && !Files.isDirectory(path.get())) {
      section.report(
          OriginKeys.PATH.name(), "there is no directory " + path.get() + " that can be read");
    }
    return path.map(
        directory ->
            new OriginConfig.Folder(id, canonical, directory, names(OriginKeys.EXTENSIONS)));
  }

  private Optional<OriginConfig> webServer() {
    boolean forwardHost = section.get(OriginKeys.FORWARD_HOST);
    Map<String, String> headers = headers();
    String focusHeader = section.get(OriginKeys.FOCUS_HEADER);
    Timeouts timeouts = timeouts();
    return section
        .find(OriginKeys.BASE_URL)
        .map(
            url ->
                new OriginConfig.WebServer(
                    id,
                    canonical,
                    url,
                    forwardHost,
                    headers,
                    focusHeader,
                    timeouts,
                    names(OriginKeys.SERVER_EXTENSIONS)));
  }

  private Optional<OriginConfig> webProxy() {
    Map<String, String> headers = headers();
    String focusHeader = section.get(OriginKeys.FOCUS_HEADER);
    Timeouts timeouts = timeouts();
    Optional<List<String>> hosts = section.find(OriginKeys.ALLOWED_HOSTS);
    if (hosts.isPresent() && hosts.get().isEmpty()) {
      section.report(OriginKeys.ALLOWED_HOSTS.name(), "expected at least one host");
    }
    return hosts.map(
        allowed ->
            new OriginConfig.WebProxy(id, canonical, allowed, headers, focusHeader, timeouts));
  }

  private Optional<OriginConfig> cloudinaryBackup() {
    String defaultType = section.get(OriginKeys.DEFAULT_TYPE);
    Duration listingTtl = section.get(OriginKeys.LISTING_TTL);
    Timeouts timeouts = timeouts();
    return bucket()
        .map(
            bucket ->
                new OriginConfig.CloudinaryBackup(
                    id, canonical, bucket, defaultType, listingTtl, timeouts));
  }

  private Optional<Bucket> bucket() {
    Optional<String> name = section.find(OriginKeys.BUCKET);
    String folder = section.get(OriginKeys.FOLDER).replaceAll("^/+|/+$", "");
    String region = section.get(OriginKeys.REGION);
    Optional<URI> endpoint = section.find(OriginKeys.ENDPOINT);
    boolean pathStyle = section.get(OriginKeys.PATH_STYLE);
    boolean encodeKeys = section.get(OriginKeys.ENCODE_KEYS);
    String focusHeader = section.get(OriginKeys.OBJECT_FOCUS_HEADER);
    Optional<Keys> keys = keys();
    if (!pathStyle && name.isPresent() && !name.get().matches("[a-z0-9.-]+")) {
      section.report(
          OriginKeys.BUCKET.name(),
          "expected a name that can be part of a host name, or pathStyle: true");
    }
    return name.map(
        bucket ->
            new Bucket(
                bucket,
                folder.isEmpty() ? "" : folder + "/",
                region,
                endpoint,
                pathStyle,
                encodeKeys,
                focusHeader,
                keys));
  }

  private Optional<Keys> keys() {
    Optional<Secret> access = section.secret(OriginKeys.ACCESS_KEY);
    Optional<Secret> secret = section.secret(OriginKeys.SECRET_KEY);
    Optional<Secret> token = section.secret(OriginKeys.SESSION_TOKEN);
    if (access.isPresent() && secret.isPresent()) {
      return Optional.of(new Keys(access.get().reveal(), secret.get(), token));
    }
    // One that is there and could not be read has been reported already.
    boolean anyAccess = section.hasSecret(OriginKeys.ACCESS_KEY);
    boolean anySecret = section.hasSecret(OriginKeys.SECRET_KEY);
    if (anySecret && !anyAccess) {
      section.report("accessKey", "missing; a secretKey needs an accessKey");
    }
    if (anyAccess && !anySecret) {
      section.report("secretKey", "missing; an accessKey needs a secretKey");
    }
    if (token.isPresent() && !anyAccess && !anySecret) {
      section.report("accessKey", "missing; a sessionToken needs accessKey and secretKey");
    }
    return Optional.empty();
  }

  private Map<String, String> headers() {
    Map<String, String> headers = section.get(OriginKeys.HEADERS, Map.of());
    headers.forEach(this::checkHeader);
    return headers;
  }

  private void checkHeader(String name, String value) {
    if (!name.matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+")) { // RFC 9110, 5.6.2
      section.report("headers", name, "the name is not one a header can have");
    } else if (name.equalsIgnoreCase("host")) {
      section.report("headers", name, "the host cannot be set; see forwardHost");
    }
    if (!value.matches("[\\x20-\\x7e]+")) {
      section.report("headers", name, "expected a header value in ASCII");
    }
  }

  private Timeouts timeouts() {
    Section timeouts = section.section(OriginKeys.TIMEOUTS);
    return new Timeouts(time(timeouts, OriginKeys.CONNECT), time(timeouts, OriginKeys.TOTAL));
  }

  private static Duration time(Section timeouts, Key<Duration> key) {
    Duration value = timeouts.get(key);
    if (value.isZero()) {
      timeouts.report(key.name(), "expected more than 0");
    }
    return value;
  }
}
