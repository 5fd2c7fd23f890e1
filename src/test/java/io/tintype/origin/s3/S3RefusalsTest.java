package io.tintype.origin.s3;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.config.Secret;
import io.tintype.origin.FetchOutcome;
import io.tintype.origin.FetchOutcome.Absent;
import io.tintype.origin.FetchOutcome.Broken;
import io.tintype.origin.FetchOutcome.Cause;
import io.tintype.origin.FetchOutcome.Found;
import io.tintype.origin.Origin;
import io.tintype.origin.OriginConfig;
import io.tintype.origin.OriginConfig.Keys;
import io.tintype.origin.OriginConfig.Timeouts;
import io.tintype.origin.OriginId;
import io.tintype.origin.testing.OriginProbe;
import io.tintype.origin.testing.Queries;
import io.tintype.origin.testing.S3Server;
import io.tintype.origin.testing.TestNetwork;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

/** What S3 says when it says no. */
class S3RefusalsTest {
  private final Vertx vertx = Vertx.vertx();
  private final OriginProbe probe = new OriginProbe(vertx);
  private final List<HttpServerRequest> seen = new CopyOnWriteArrayList<>();

  @AfterEach
  void stop() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @ParameterizedTest
  @CsvSource({
    "404, NoSuchKey, absent",
    "404, NoSuchBucket, UNUSABLE",
    "403, AccessDenied, absent",
    "403, InvalidAccessKeyId, CREDENTIALS",
    "403, SignatureDoesNotMatch, CREDENTIALS",
    "400, ExpiredToken, CREDENTIALS",
    "400, InvalidToken, CREDENTIALS",
    "403, RequestTimeTooSkewed, CREDENTIALS",
    "403, InvalidObjectState, UNUSABLE",
    "400, KeyTooLongError, absent",
    "503, SlowDown, UNAVAILABLE",
    "500, InternalError, UNAVAILABLE"
  })
  void readsRefusals(int status, String code, String expected) {
    HttpServer server = serve(request -> refuse(request, status, code, ""));

    assertThat(name(probe.ask(s3(server), Queries.path("a.jpg")).outcome())).isEqualTo(expected);
    // HEAD has no document: the code must be found out otherwise.
    assertThat(name(probe.ask(s3(server), Queries.head("a.jpg")).outcome())).isEqualTo(expected);
  }

  @Test
  void saysThatTheKeysAreWrong() throws Exception {
    try (S3Server server = new S3Server()) {
      server.put("a.jpg", new byte[] {1});
      Keys secret = new Keys(S3Server.ACCESS_KEY, new Secret("wrong"), Optional.empty());
      Keys id = new Keys("AKIAWRONG", new Secret(S3Server.SECRET_KEY), Optional.empty());

      for (Keys keys : List.of(secret, id)) {
        Origin origin = s3(Buckets.at(server.port()).withKeys(Optional.of(keys)));
        assertThat(name(probe.ask(origin, Queries.path("a.jpg")).outcome()))
            .isEqualTo("CREDENTIALS");
        assertThat(name(probe.ask(origin, Queries.head("a.jpg")).outcome()))
            .isEqualTo("CREDENTIALS");
      }
    }
  }

  @Test
  void saysBrokenOfAMissingBucket() throws Exception {
    try (S3Server server = new S3Server()) {
      Origin origin = s3(Buckets.at(server.port()).named("nowhere"));

      assertThat(name(probe.ask(origin, Queries.path("a.jpg")).outcome())).isEqualTo("UNUSABLE");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "301, PermanentRedirect",
    "400, AuthorizationHeaderMalformed",
    "307, TemporaryRedirect"
  })
  void followsABucketToItsRegionAndRemembersIt(int status, String code) {
    HttpServer server =
        serve(
            request ->
                request.getHeader("authorization").contains("/eu-north-1/")
                    ? request.response().end("found")
                    : refuse(request, status, code, "<Region>eu-north-1</Region>"));
    Origin origin = s3(server);

    assertThat(probe.ask(origin, Queries.path("a.jpg")).text()).isEqualTo("found");
    assertThat(probe.ask(origin, Queries.path("b.jpg")).text()).isEqualTo("found");
    assertThat(seen).hasSize(3);
  }

  @Test
  void signsWithTemporaryKeysOfTheDefaultChainAndKeepsThem() {
    AtomicInteger lookups = new AtomicInteger();
    HttpServer server = serve(request -> request.response().end("found"));
    S3Connection connection =
        new S3Connection(
            TestNetwork.client(vertx),
            vertx.createSharedWorkerExecutor("test", 2),
            () ->
                () -> {
                  lookups.incrementAndGet();
                  return AwsSessionCredentials.create("ASIA", "secret", "the-token");
                });
    Origin origin =
        probe.on(
            () ->
                Future.succeededFuture(
                    new S3Origin(
                        new OriginConfig.S3(
                            new OriginId("bucket"),
                            Optional.empty(),
                            Buckets.at(server.actualPort()).withKeys(Optional.empty()).config(),
                            Timeouts.DEFAULT),
                        connection)));

    probe.ask(origin, Queries.path("a.jpg"));
    probe.ask(origin, Queries.path("b.jpg"));

    assertThat(lookups).hasValue(1);
    assertThat(seen)
        .allMatch(request -> "the-token".equals(request.getHeader("x-amz-security-token")));
  }

  @Test
  void namesTheMissingListPermissionAndReadsPlainObjects() {
    List<OriginId> told = new ArrayList<>();
    HttpServer server =
        serve(
            request -> {
              if (request.getParam("list-type") != null) {
                return refuse(request, 403, "AccessDenied", "");
              }
              return request.path().endsWith("/a.jpg")
                  ? request.response().end("plain")
                  : refuse(request, 403, "AccessDenied", "");
            });
    Origin origin =
        probe.on(
            () ->
                Future.succeededFuture(
                    new CloudinaryBackupOrigin(
                        new OriginConfig.CloudinaryBackup(
                            new OriginId("backup"),
                            Optional.empty(),
                            Buckets.at(server.actualPort()).config(),
                            "image/upload",
                            Duration.ofMinutes(5),
                            Timeouts.DEFAULT),
                        connection(),
                        told::add)));

    assertThat(probe.ask(origin, Queries.path("a.jpg")).text()).isEqualTo("plain");
    assertThat(probe.ask(origin, Queries.path("b.jpg")).outcome()).isInstanceOf(Absent.class);
    assertThat(told).contains(new OriginId("backup"));
  }

  private HttpServer serve(Function<HttpServerRequest, Future<Void>> handler) {
    return vertx
        .createHttpServer()
        .requestHandler(
            request -> {
              seen.add(request);
              handler.apply(request).onFailure(Throwable::printStackTrace);
            })
        .listen(0, "127.0.0.1")
        .toCompletionStage()
        .toCompletableFuture()
        .join();
  }

  private static Future<Void> refuse(
      HttpServerRequest request, int status, String code, String more) {
    return request
        .response()
        .setStatusCode(status)
        .end("<?xml version=\"1.0\"?><Error><Code>" + code + "</Code>" + more + "</Error>");
  }

  private Origin s3(HttpServer server) {
    return s3(Buckets.at(server.actualPort()));
  }

  private Origin s3(Buckets buckets) {
    return probe.on(
        () ->
            Future.succeededFuture(
                new S3Origin(
                    new OriginConfig.S3(
                        new OriginId("bucket"),
                        Optional.empty(),
                        buckets.config(),
                        Timeouts.DEFAULT),
                    connection())));
  }

  private S3Connection connection() {
    return S3Connection.of(TestNetwork.client(vertx), vertx.createSharedWorkerExecutor("test", 2));
  }

  private static String name(FetchOutcome outcome) {
    return switch (outcome) {
      case Found _ -> "found";
      case Absent _ -> "absent";
      case Broken broken when broken.cause() == Cause.CREDENTIALS -> "CREDENTIALS";
      case Broken broken -> broken.cause().name();
      case FetchOutcome.Denied _, FetchOutcome.NotModified _ -> "other";
    };
  }
}
