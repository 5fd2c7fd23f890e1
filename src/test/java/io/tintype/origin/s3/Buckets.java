package io.tintype.origin.s3;

import io.tintype.config.Secret;
import io.tintype.origin.OriginConfig.Bucket;
import io.tintype.origin.OriginConfig.Keys;
import io.tintype.origin.testing.S3Server;
import java.net.URI;
import java.util.Optional;

/** Settings of buckets on this machine. */
record Buckets(Bucket config) {
  static Buckets at(int port) {
    return new Buckets(
        new Bucket(
            S3Server.BUCKET,
            "",
            "eu-west-1",
            Optional.of(URI.create("http://127.0.0.1:" + port)),
            true,
            false,
            Bucket.FOCUS_HEADER,
            Optional.of(
                new Keys(S3Server.ACCESS_KEY, new Secret(S3Server.SECRET_KEY), Optional.empty()))));
  }

  Buckets withFolder(String folder) {
    return new Buckets(
        new Bucket(
            config.name(),
            folder,
            config.region(),
            config.endpoint(),
            config.pathStyle(),
            config.encodeKeys(),
            Bucket.FOCUS_HEADER,
            config.keys()));
  }

  Buckets virtualHosted() {
    int port = config.endpoint().orElseThrow().getPort();
    return new Buckets(
        new Bucket(
            config.name(),
            config.folder(),
            config.region(),
            Optional.of(URI.create("http://s3.test:" + port)),
            false,
            config.encodeKeys(),
            Bucket.FOCUS_HEADER,
            config.keys()));
  }

  Buckets encoded() {
    return new Buckets(
        new Bucket(
            config.name(),
            config.folder(),
            config.region(),
            config.endpoint(),
            config.pathStyle(),
            true,
            Bucket.FOCUS_HEADER,
            config.keys()));
  }

  Buckets withKeys(Optional<Keys> keys) {
    return new Buckets(
        new Bucket(
            config.name(),
            config.folder(),
            config.region(),
            config.endpoint(),
            config.pathStyle(),
            config.encodeKeys(),
            Bucket.FOCUS_HEADER,
            keys));
  }

  Buckets named(String name) {
    return new Buckets(
        new Bucket(
            name,
            config.folder(),
            config.region(),
            config.endpoint(),
            config.pathStyle(),
            config.encodeKeys(),
            Bucket.FOCUS_HEADER,
            config.keys()));
  }
}
