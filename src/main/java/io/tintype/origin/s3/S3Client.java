package io.tintype.origin.s3;

import io.tintype.origin.Errand;
import io.tintype.origin.Expiry;
import io.tintype.origin.GuardedClient;
import io.tintype.origin.HttpAnswers;
import io.tintype.origin.HttpCall;
import io.tintype.origin.HttpTarget;
import io.tintype.origin.OriginConfig.Bucket;
import io.tintype.origin.OriginFailure;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Speaks to one bucket: signs, follows it to its region, and reads refusals. */
final class S3Client {
  private static final int MOST_ERROR_BYTES = 64 * 1024;
  private static final int FIRST_ERROR = 300;
  private static final int NOT_MODIFIED = 304;

  private final Bucket bucket;
  private final GuardedClient client;
  private final CredentialSource credentials;
  private final Duration connect;
  private final S3Signer signer = new S3Signer();
  private S3Location location;

  S3Client(Bucket bucket, GuardedClient client, CredentialSource credentials, Duration connect) {
    this.bucket = bucket;
    this.client = client;
    this.credentials = credentials;
    this.connect = connect;
    this.location = S3Location.of(bucket);
  }

  /** What S3 says to a request. */
  sealed interface Answer {
    /** 2xx or 304, body paused. */
    record Good(HttpClientResponse response) implements Answer {}

    /** Anything else. */
    record Refused(S3Error error) implements Answer {}
  }

  /** Asks for an object. */
  Future<Answer> object(
      HttpMethod method, String key, Map<String, String> headers, Expiry expiry, Errand errand) {
    return ask(new Request(method, at -> at.object(key), headers, expiry, errand));
  }

  /** Asks the bucket itself; the answer may be for many. */
  Future<Answer> query(Map<String, String> parameters, Expiry expiry) {
    return ask(
        new Request(HttpMethod.GET, at -> at.query(parameters), Map.of(), expiry, Errand.first()));
  }

  void close() {
    credentials.close();
  }

  private record Request(
      HttpMethod method,
      Function<S3Location, HttpTarget> target,
      Map<String, String> headers,
      Expiry expiry,
      Errand errand) {
    Request with(HttpMethod other) {
      return new Request(other, target, headers, expiry, errand);
    }
  }

  private Future<Answer> ask(Request request) {
    S3Location asked = location;
    return send(request, asked)
        .compose(
            answer ->
                switch (answer) {
                  case Answer.Good good -> Future.succeededFuture((Answer) good);
                  case Answer.Refused refused -> again(request, asked, refused);
                });
  }

  /** A second try where the first one has told us more; never a third. */
  private Future<Answer> again(Request request, S3Location asked, Answer.Refused refused) {
    S3Error error = refused.error();
    if (error.isElsewhere(asked.region())) {
      location = S3Location.of(bucket, error.region());
      return send(request, location);
    }
    if (error.status() == 307 || error.status() == 301) {
      return HttpTarget.parse((asked.base().tls() ? "https://" : "http://") + error.endpoint())
          .map(host -> send(request, asked.at(host)))
          .orElse(Future.succeededFuture(refused));
    }
    if (request.method().equals(HttpMethod.HEAD) && error.isMute()) {
      // Answers to HEAD have no document, and without its code 403 may mean anything.
      return send(request.with(HttpMethod.GET), asked);
    }
    return Future.succeededFuture(refused);
  }

  private Future<Answer> send(Request request, S3Location at) {
    HttpTarget target = request.target().apply(at);
    return credentials
        .current()
        .timeout(request.expiry().timerMillis(), TimeUnit.MILLISECONDS)
        .compose(
            keys -> {
              Map<String, String> headers = new HashMap<>(request.headers());
              headers.putAll(signer.headers(request.method(), target, at.region(), keys));
              return client.send(
                  new HttpCall(
                      request.method(),
                      target,
                      headers,
                      connect,
                      request.expiry(),
                      request.errand()));
            })
        .compose(response -> read(response, request));
  }

  private static Future<Answer> read(HttpClientResponse response, Request request) {
    int status = response.statusCode();
    if (status < FIRST_ERROR || status == NOT_MODIFIED) {
      return Future.succeededFuture(new Answer.Good(response));
    }
    Optional<String> region = Optional.ofNullable(response.getHeader("x-amz-bucket-region"));
    return HttpAnswers.textOf(response, MOST_ERROR_BYTES, request.expiry())
        .map(document -> S3Error.of(status, region, document))
        .map(error -> (Answer) new Answer.Refused(withEndpoint(error, response)))
        .recover(
            failure ->
                Future.failedFuture(
                    failure instanceof OriginFailure
                        ? OriginFailure.unavailable("status " + status)
                        : failure));
  }

  /** A temporary redirect says in its location what others say in their document. */
  private static S3Error withEndpoint(S3Error error, HttpClientResponse response) {
    String to = response.getHeader("location");
    if (to == null || !error.endpoint().isEmpty()) {
      return error;
    }
    String host = HttpTarget.parse(to).map(HttpTarget::authority).orElse("");
    return new S3Error(error.status(), error.code(), error.region(), host);
  }
}
