package io.tintype.cli;

import io.tintype.model.SourceRef;
import io.tintype.origin.AssetLayout;
import io.tintype.origin.AssetNames;
import io.tintype.origin.OriginConfig;
import io.tintype.origin.s3.BackupKeys;
import io.tintype.origin.web.WebServerOrigin;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

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
          case SourceRef.Named named -> List.of(named).stream().flatMap(of(origin)).toList();
          case SourceRef.Remote(var url) -> remote(origin, url);
          case SourceRef.Asset asset -> asset(origin, asset);
          case SourceRef.Vendor _ -> List.of();
        });
  }

  JsonObject json() {
    return new JsonObject().put("origin", origin).put("keys", new JsonArray(keys));
  }

  String text() {
    return origin + ": " + (keys.isEmpty() ? "nothing" : String.join(", else ", keys));
  }

  private static List<String> remote(OriginConfig origin, String url) {
    return switch (origin) {
      case OriginConfig.WebProxy _ -> List.of(url);
      case OriginConfig.WebServer web when names(web).layout() == AssetLayout.CLOUDINARY ->
          List.of(url(web.baseUrl().toString(), WebServerOrigin.fetched(url)));
      case OriginConfig.WebServer _,
          OriginConfig.CloudinaryBackup _,
          OriginConfig.S3 _,
          OriginConfig.Folder _ ->
          List.of();
    };
  }

  private static List<String> asset(OriginConfig origin, SourceRef.Asset asset) {
    return switch (origin) {
      case OriginConfig.CloudinaryBackup backup -> keys(backup).prefixes(asset);
      case OriginConfig.WebServer web -> names(web).of(asset).stream().flatMap(of(origin)).toList();
      case OriginConfig.S3 s3 -> s3.names().of(asset).stream().flatMap(of(origin)).toList();
      case OriginConfig.Folder folder ->
          folder.names().of(asset).stream().flatMap(of(origin)).toList();
      case OriginConfig.WebProxy _ -> List.of();
    };
  }

  private static Function<SourceRef.Named, Stream<String>> of(OriginConfig origin) {
    return named -> named(origin, named).stream();
  }

  private static BackupKeys keys(OriginConfig.CloudinaryBackup backup) {
    return new BackupKeys(
        backup.bucket().folder(), backup.defaultType(), backup.bucket().encodeKeys());
  }

  private static AssetNames names(OriginConfig.WebServer web) {
    return web.names().at(web.baseUrl().getHost());
  }

  private static List<String> named(OriginConfig origin, SourceRef.Named named) {
    return switch (origin) {
      case OriginConfig.Folder folder -> List.of(folder.path().resolve(named.path()).toString());
      case OriginConfig.S3 s3 ->
          List.of(
              s3.bucket().folder()
                  + (s3.bucket().encodeKeys() ? named.encodedPath() : named.path()));
      case OriginConfig.CloudinaryBackup backup -> keys(backup).prefixes(named);
      case OriginConfig.WebServer web -> List.of(url(web.baseUrl().toString(), named));
      case OriginConfig.WebProxy _ -> List.of();
    };
  }

  private static String url(String base, SourceRef.Named named) {
    return (base.endsWith("/") ? base : base + "/") + named.text();
  }
}
