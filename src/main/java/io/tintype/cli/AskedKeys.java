package io.tintype.cli;

import io.tintype.model.SourceRef;
import io.tintype.origin.OriginConfig;
import io.tintype.origin.s3.BackupKeys;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.List;

/**
 * What an origin would be asked for.
 *
 * @param origin its name
 * @param keys in the order in which they are tried: paths of files, object keys or URLs; one that
 *     ends in a slash is listed; none = it has no sources of this kind
 */
record AskedKeys(String origin, List<String> keys) {
  static AskedKeys of(OriginConfig origin, SourceRef source) {
    return new AskedKeys(
        origin.id().name(),
        switch (source) {
          case SourceRef.Named named -> named(origin, named);
          case SourceRef.Remote(var url) ->
              origin instanceof OriginConfig.WebProxy ? List.of(url) : List.of();
          case SourceRef.Asset asset -> named(origin, path(origin, asset));
        });
  }

  JsonObject json() {
    return new JsonObject().put("origin", origin).put("keys", new JsonArray(keys));
  }

  String text() {
    return origin + ": " + (keys.isEmpty() ? "nothing" : String.join(", else ", keys));
  }

  private static SourceRef.Named path(OriginConfig origin, SourceRef.Asset asset) {
    return switch (origin) {
      case OriginConfig.CloudinaryBackup _ -> asset.typedPath();
      case OriginConfig.WebServer web when isCloudinary(web.baseUrl()) -> asset.original();
      case OriginConfig.WebServer _,
          OriginConfig.WebProxy _,
          OriginConfig.S3 _,
          OriginConfig.Folder _ ->
          asset.mirrored();
    };
  }

  private static List<String> named(OriginConfig origin, SourceRef.Named named) {
    return switch (origin) {
      case OriginConfig.Folder folder -> List.of(folder.path().resolve(named.path()).toString());
      case OriginConfig.S3 s3 ->
          List.of(
              s3.bucket().folder()
                  + (s3.bucket().encodeKeys() ? named.encodedPath() : named.path()));
      case OriginConfig.CloudinaryBackup backup ->
          new BackupKeys(
                  backup.bucket().folder(), backup.defaultType(), backup.bucket().encodeKeys())
              .prefixes(named);
      case OriginConfig.WebServer web -> List.of(url(web.baseUrl().toString(), named));
      case OriginConfig.WebProxy _ -> List.of();
    };
  }

  private static String url(String base, SourceRef.Named named) {
    return (base.endsWith("/") ? base : base + "/") + named.text();
  }

  private static boolean isCloudinary(URI base) {
    String host = base.getHost();
    return host.equals("cloudinary.com") || host.endsWith(".cloudinary.com");
  }
}
