package io.tintype.origin.s3;

import io.tintype.origin.Expiry;
import io.tintype.origin.FetchOutcome;
import io.tintype.origin.FetchOutcome.Broken;
import io.tintype.origin.FetchOutcome.Cause;
import io.tintype.origin.FetchOutcome.Found;
import io.tintype.origin.FetchOutcome.NotModified;
import io.tintype.origin.FetchQuery;
import io.tintype.origin.HttpAnswers;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import java.util.HashMap;
import java.util.Map;

/** Reads objects of a bucket by their keys. */
final class S3Objects {
  private static final int NOT_MODIFIED = 304;
  private static final int PARTIAL = 206;
  private static final int RANGE_NOT_SATISFIABLE = 416;

  private final S3Client client;
  private final String focusHeader;

  /**
   * Creates a reader.
   *
   * @param focusHeader of answers, which holds the area stored with a picture
   */
  S3Objects(S3Client client, String focusHeader) {
    this.client = client;
    this.focusHeader = focusHeader;
  }

  /** The outcome for one key; fails with what the network says. */
  Future<FetchOutcome> read(String key, FetchQuery query, Expiry expiry) {
    HttpMethod method = query.headOnly() ? HttpMethod.HEAD : HttpMethod.GET;
    return client
        .object(method, key, conditions(query), expiry, query.errand())
        .compose(
            answer ->
                switch (answer) {
                  case S3Client.Answer.Good good ->
                      Future.succeededFuture(found(good.response(), query));
                  case S3Client.Answer.Refused refused ->
                      refused.error().status() == RANGE_NOT_SATISFIABLE
                          ? read(key, query.withRange(""), expiry)
                          : Future.succeededFuture(refused.error().outcome());
                });
  }

  private FetchOutcome found(HttpClientResponse response, FetchQuery query) {
    if (response.statusCode() == NOT_MODIFIED) {
      HttpAnswers.discard(response);
      return new NotModified(HttpAnswers.infoOf(response, focusHeader));
    }
    if (response.statusCode() == PARTIAL && query.range().isEmpty()) {
      HttpAnswers.discard(response);
      return new Broken(Cause.UNUSABLE, "answered a part although the whole was asked for");
    }
    if (HttpAnswers.isUnreadable(response)) {
      HttpAnswers.discard(response);
      return new Broken(Cause.UNUSABLE, "the object is stored compressed, not with gzip");
    }
    Found found =
        new Found(HttpAnswers.infoOf(response, focusHeader), HttpAnswers.bodyOf(response));
    if (query.headOnly()) {
      found.body().close();
    }
    return found;
  }

  private static Map<String, String> conditions(FetchQuery query) {
    Map<String, String> headers = new HashMap<>();
    if (!query.validators().etag().isEmpty()) {
      headers.put("if-none-match", query.validators().etag());
    }
    if (!query.validators().lastModified().isEmpty()) {
      headers.put("if-modified-since", query.validators().lastModified());
    }
    if (!query.range().isEmpty()) {
      headers.put("range", query.range());
    }
    return headers;
  }
}
