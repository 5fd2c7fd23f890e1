package io.tintype.origin.s3;

import io.tintype.model.SourceRef;
import io.tintype.origin.DotSegments;
import io.tintype.origin.Expiry;
import io.tintype.origin.FetchOutcome;
import io.tintype.origin.FetchOutcome.Absent;
import io.tintype.origin.FetchQuery;
import io.tintype.origin.Origin;
import io.tintype.origin.OriginConfig;
import io.tintype.origin.OriginEvents;
import io.tintype.origin.OriginFailure;
import io.tintype.origin.OriginId;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/**
 * A bucket Cloudinary writes its backups to. The version in a key is not known beforehand, so the
 * versions of the public id are listed; a bucket that just mirrors paths works too.
 */
public final class CloudinaryBackupOrigin implements Origin {
  private final OriginConfig.CloudinaryBackup config;
  private final BackupKeys keys;
  private final S3Client client;
  private final S3Objects objects;
  private final Listings listings;

  public CloudinaryBackupOrigin(
      OriginConfig.CloudinaryBackup config, S3Connection connection, OriginEvents events) {
    this.config = config;
    this.keys =
        new BackupKeys(
            config.bucket().folder(), config.defaultType(), config.bucket().encodeKeys());
    this.client = connection.to(config.bucket(), config.timeouts());
    this.objects = new S3Objects(client, config.bucket().focusHeader());
    this.listings =
        new Listings(client, config.listingTtl(), () -> events.listingDenied(config.id()));
  }

  @Override
  public OriginId id() {
    return config.id();
  }

  @Override
  public Future<FetchOutcome> fetch(FetchQuery query) {
    return switch (query.source()) {
      case SourceRef.Asset asset when DotSegments.in(asset.typedPath()) ->
          Future.succeededFuture(new Absent("names no object of the folder"));
      case SourceRef.Asset asset -> search(query, keys.plain(asset), keys.prefixes(asset));
      case SourceRef.Remote _, SourceRef.Vendor _ ->
          Future.succeededFuture(new Absent("names an absolute URL"));
      case SourceRef.Named named when DotSegments.in(named) || named.rawPath().isEmpty() ->
          Future.succeededFuture(new Absent("names no object of the folder"));
      case SourceRef.Named named -> search(query, keys.plain(named), keys.prefixes(named));
    };
  }

  private Future<FetchOutcome> search(FetchQuery query, String plain, List<String> prefixes) {
    return new Search(plain, query, Expiry.after(query.timeLimit()))
        .below(prefixes)
        .recover(failure -> Future.succeededFuture(OriginFailure.outcomeOf(failure)));
  }

  @Override
  public Future<Void> close() {
    client.close();
    return Future.succeededFuture();
  }

  /** One question on its way through the places where the answer may be. */
  private final class Search {
    private final String plain;
    private final FetchQuery query;
    private final Expiry expiry;

    Search(String plain, FetchQuery query, Expiry expiry) {
      this.plain = plain;
      this.query = query;
      this.expiry = expiry;
    }

    Future<FetchOutcome> below(List<String> prefixes) {
      if (prefixes.isEmpty()) {
        return plain();
      }
      String prefix = prefixes.getFirst();
      List<String> others = prefixes.subList(1, prefixes.size());
      return listings
          .below(prefix, query.version(), expiry)
          .compose(
              listing ->
                  switch (listing) {
                    case Listing.Forbidden _ -> plain();
                    case Listing.Versions versions -> {
                      Optional<String> key = versions.pick(query.version());
                      yield key.isEmpty() ? below(others) : listed(key.get(), prefix, others);
                    }
                  });
    }

    /** An object may be gone since it was listed: then the bucket is asked once more. */
    private Future<FetchOutcome> listed(String key, String prefix, List<String> others) {
      return objects
          .read(key, query, expiry)
          .compose(
              outcome -> {
                if (!(outcome instanceof Absent)) {
                  return Future.succeededFuture(outcome);
                }
                listings.forget(prefix);
                return again(key, prefix, others);
              });
    }

    private Future<FetchOutcome> again(String gone, String prefix, List<String> others) {
      return listings
          .below(prefix, query.version(), expiry)
          .compose(
              listing ->
                  pick(listing)
                      .filter(key -> !key.equals(gone))
                      .map(key -> objects.read(key, query, expiry))
                      .orElseGet(() -> below(others)));
    }

    private Optional<String> pick(Listing listing) {
      return switch (listing) {
        case Listing.Versions versions -> versions.pick(query.version());
        case Listing.Forbidden _ -> Optional.empty();
      };
    }

    private Future<FetchOutcome> plain() {
      return objects.read(plain, query, expiry);
    }
  }
}
