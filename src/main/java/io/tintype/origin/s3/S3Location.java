package io.tintype.origin.s3;

import io.tintype.model.PercentEncoding;
import io.tintype.origin.HttpTarget;
import io.tintype.origin.OriginConfig.Bucket;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a bucket is.
 *
 * @param base scheme, host, port and the path in front of every key, with a trailing slash
 * @param region as in the signature's scope
 */
record S3Location(HttpTarget base, String region) {
  /** Bucket names that may become part of a host name that a wildcard certificate covers. */
  private static final Pattern HOST_LABEL = Pattern.compile("[a-z0-9][a-z0-9-]{1,61}[a-z0-9]");

  private static final Pattern ADDRESS = Pattern.compile("\\[.*|[0-9.]+");

  /** The place the settings name. */
  static S3Location of(Bucket bucket) {
    return of(bucket, bucket.region());
  }

  /** The place the bucket has if its region is another one than the settings say. */
  static S3Location of(Bucket bucket, String region) {
    String url = bucket.endpoint().map(URI::toString).orElseGet(() -> awsEndpoint(region));
    HttpTarget endpoint =
        HttpTarget.parse(moved(url, bucket.region(), region))
            .orElseThrow(() -> new IllegalArgumentException("endpoint " + url));
    String path = endpoint.uri().endsWith("/") ? endpoint.uri() : endpoint.uri() + "/";
    if (pathStyle(bucket, endpoint)) {
      String inside = path + PercentEncoding.encodeSegment(bucket.name()) + "/";
      return new S3Location(endpoint.withUri(inside), region);
    }
    String host = bucket.name() + "." + endpoint.host();
    return new S3Location(new HttpTarget(endpoint.tls(), host, endpoint.port(), path), region);
  }

  /** The same bucket behind another host, as a temporary redirect says. */
  S3Location at(HttpTarget other) {
    return new S3Location(
        new HttpTarget(other.tls(), other.host(), other.port(), base.uri()), region);
  }

  /** Where an object is; every character of the key but slashes is encoded. */
  HttpTarget object(String key) {
    return base.withUri(base.uri() + encodedKey(key));
  }

  /** Where the bucket itself is asked something. */
  HttpTarget query(Map<String, String> parameters) {
    String query =
        new TreeMap<>(parameters)
            .entrySet().stream()
                .map(e -> e.getKey() + "=" + PercentEncoding.encodeSegment(e.getValue()))
                .collect(Collectors.joining("&"));
    return base.withUri(base.uri() + "?" + query);
  }

  private static String encodedKey(String key) {
    return Stream.of(key.split("/", -1))
        .map(PercentEncoding::encodeSegment)
        .collect(Collectors.joining("/"));
  }

  private static boolean pathStyle(Bucket bucket, HttpTarget endpoint) {
    return bucket.pathStyle()
        || !HOST_LABEL.matcher(bucket.name()).matches()
        || ADDRESS.matcher(endpoint.host()).matches();
  }

  private static String awsEndpoint(String region) {
    String domain = region.startsWith("cn-") ? "amazonaws.com.cn" : "amazonaws.com";
    return "https://s3." + region + "." + domain;
  }

  /** AWS's own endpoints carry the region; those of others are left as they are. */
  private static String moved(String url, String from, String to) {
    boolean aws =
        Optional.ofNullable(URI.create(url).getHost()).orElse("").contains("amazonaws.com");
    return aws && !from.equals(to) ? url.replace(from, to) : url;
  }
}
