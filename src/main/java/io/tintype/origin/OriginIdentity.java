package io.tintype.origin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * What decides about the bytes an origin gives: another store under the same name has other
 * pictures. How long it is waited for, how it is linked to and with which keys it is read does not.
 */
public final class OriginIdentity {
  /** Enough to tell stores apart. */
  private static final int BYTES = 12;

  private OriginIdentity() {}

  /** A short text, equal for origins that give the same; nothing can be read from it. */
  public static String of(OriginConfig origin) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      byte[] digest = sha.digest(text(origin).getBytes(StandardCharsets.UTF_8));
      return origin.id().name() + '=' + HexFormat.of().formatHex(digest, 0, BYTES);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  private static String text(OriginConfig origin) {
    return switch (origin) {
      case OriginConfig.WebServer web ->
          lines(
              "web-server",
              web.baseUrl(),
              web.forwardHost(),
              sorted(web.headers()),
              web.focusHeader(),
              web.names());
      case OriginConfig.WebProxy proxy ->
          lines("web-proxy", sorted(proxy.headers()), proxy.focusHeader());
      case OriginConfig.S3 s3 -> lines("s3", text(s3.bucket()), s3.names());
      case OriginConfig.CloudinaryBackup backup ->
          lines("cloudinary-backup", text(backup.bucket()), backup.defaultType());
      case OriginConfig.Folder folder -> lines("folder", folder.path(), folder.names());
    };
  }

  private static String text(OriginConfig.Bucket bucket) {
    return lines(
        bucket.name(),
        bucket.folder(),
        bucket.region(),
        bucket.endpoint(),
        bucket.encodeKeys(),
        bucket.focusHeader());
  }

  private static Map<String, String> sorted(Map<String, String> headers) {
    return new TreeMap<>(headers);
  }

  private static String lines(Object... parts) {
    StringBuilder text = new StringBuilder();
    for (Object part : parts) {
      text.append(part).append('\n');
    }
    return text.toString();
  }
}
