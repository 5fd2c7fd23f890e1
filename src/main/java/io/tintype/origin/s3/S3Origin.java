package io.tintype.origin.s3;

import io.tintype.model.SourceRef;
import io.tintype.origin.DotSegments;
import io.tintype.origin.Expiry;
import io.tintype.origin.FetchOutcome;
import io.tintype.origin.FetchOutcome.Absent;
import io.tintype.origin.FetchQuery;
import io.tintype.origin.NameSearch;
import io.tintype.origin.Origin;
import io.tintype.origin.OriginConfig;
import io.tintype.origin.OriginFailure;
import io.tintype.origin.OriginId;
import io.vertx.core.Future;

/** A bucket whose keys are the paths of URLs, below a folder. */
public final class S3Origin implements Origin {
  private final OriginConfig.S3 config;
  private final S3Client client;
  private final S3Objects objects;

  public S3Origin(OriginConfig.S3 config, S3Connection connection) {
    this.config = config;
    this.client = connection.to(config.bucket(), config.timeouts());
    this.objects = new S3Objects(client, config.bucket().focusHeader());
  }

  @Override
  public OriginId id() {
    return config.id();
  }

  @Override
  public Future<FetchOutcome> fetch(FetchQuery query) {
    return switch (query.source()) {
      case SourceRef.Asset asset ->
          new NameSearch(query, this::fetch).among(config.names().of(asset));
      case SourceRef.Remote _, SourceRef.Vendor _ ->
          Future.succeededFuture(new Absent("names an absolute URL"));
      case SourceRef.Named named when DotSegments.in(named) || named.rawPath().isEmpty() ->
          Future.succeededFuture(new Absent("names no object of the folder"));
      case SourceRef.Named named ->
          objects
              .read(keyOf(named), query, Expiry.after(query.timeLimit()))
              .recover(failure -> Future.succeededFuture(OriginFailure.outcomeOf(failure)));
    };
  }

  @Override
  public Future<Void> close() {
    client.close();
    return Future.succeededFuture();
  }

  private String keyOf(SourceRef.Named named) {
    boolean encode = config.bucket().encodeKeys();
    return config.bucket().folder() + (encode ? named.encodedPath() : named.path());
  }
}
