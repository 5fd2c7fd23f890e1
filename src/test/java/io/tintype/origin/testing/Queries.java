package io.tintype.origin.testing;

import io.tintype.model.PercentEncoding;
import io.tintype.model.SourceRef;
import io.tintype.origin.FetchQuery;
import io.tintype.origin.Validators;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Questions to origins. */
public final class Queries {
  private Queries() {}

  /** Asks for a decoded path. */
  public static FetchQuery path(String path) {
    return raw(
        Stream.of(path.split("/", -1))
            .map(PercentEncoding::encodeSegment)
            .collect(Collectors.joining("/")));
  }

  /** Asks for a path as it stands in a URL. */
  public static FetchQuery raw(String rawPath) {
    return of(new SourceRef.Named(rawPath, ""));
  }

  public static FetchQuery of(SourceRef source) {
    return new FetchQuery(
        source, Validators.NONE, "", false, 0, "images.example.com", Duration.ofSeconds(5));
  }

  public static FetchQuery version(String path, long version) {
    FetchQuery query = path(path);
    return new FetchQuery(
        query.source(), Validators.NONE, "", false, version, "", query.timeLimit());
  }

  public static FetchQuery head(String path) {
    FetchQuery query = path(path);
    return new FetchQuery(query.source(), Validators.NONE, "", true, 0, "", query.timeLimit());
  }

  public static FetchQuery with(FetchQuery query, Validators validators) {
    return new FetchQuery(
        query.source(),
        validators,
        query.range(),
        query.headOnly(),
        query.version(),
        query.publicHost(),
        query.timeLimit());
  }
}
