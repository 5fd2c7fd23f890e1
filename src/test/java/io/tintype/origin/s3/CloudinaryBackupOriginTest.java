package io.tintype.origin.s3;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.origin.FetchOutcome;
import io.tintype.origin.FetchOutcome.Absent;
import io.tintype.origin.FetchOutcome.Found;
import io.tintype.origin.FetchQuery;
import io.tintype.origin.OriginConfig;
import io.tintype.origin.OriginId;
import io.tintype.origin.testing.OriginProbe;
import io.tintype.origin.testing.Queries;
import io.tintype.origin.testing.S3Server;
import io.tintype.origin.testing.TestNetwork;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against a real S3 server that checks signatures. */
class CloudinaryBackupOriginTest {
  private static Vertx vertx;
  private static S3Server server;
  private OriginProbe probe;

  @BeforeAll
  static void fillTheBucket() throws Exception {
    vertx = Vertx.vertx();
    server = new S3Server();
    for (String key :
        new String[] {
          "res/acme/image/upload/shoes/red/100.png",
          "res/acme/image/upload/shoes/red/900.jpg",
          "res/acme/image/upload/shoes/red/1700000000.tiff",
          "res/acme/image/upload/shoes/red/notes.txt",
          "res/acme/image/upload/shoes/red/deeper/1800000000.jpg",
          "res/acme/image/upload/v1.2:final/5.jpg",
          "res/acme/image/private/hidden/5.jpg",
          "res/acme/video/upload/clip/5.mp4",
          "res/acme/raw/upload/docs/list.csv/5.csv",
          "res/acme/image/upload/image%2Bexample/5.jpg",
          "res/acme/image/upload/caf%C3%A9/a%20b/5.jpg",
          "res/acme/image/upload/caf\u00e9/a b/5.jpg",
          "res/acme/mirrored/plain.jpg",
          "prefix/res/acme/image/upload/shoes/red/7.jpg"
        }) {
      server.put(key, key.getBytes(StandardCharsets.UTF_8));
    }
    for (int version = 1; version <= 1_205; version++) {
      server.put("res/acme/image/upload/busy/" + (10_000 + version) + ".jpg", new byte[] {1});
    }
    server.put("res/acme/image/upload/busy/999999.jpg", "newest".getBytes(StandardCharsets.UTF_8));
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
    vertx.close().toCompletionStage().toCompletableFuture().get();
  }

  @BeforeEach
  void newLoop() {
    probe = new OriginProbe(vertx);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // version, path below the endpoint, stored key
        "res/acme/ | 0 | shoes/red.jpg | res/acme/image/upload/shoes/red/1700000000.tiff",
        "res/acme/ | 0 | shoes/red.webp | res/acme/image/upload/shoes/red/1700000000.tiff",
        "res/acme/ | 0 | shoes/red | res/acme/image/upload/shoes/red/1700000000.tiff",
        "res/acme/ | 900 | shoes/red.jpg | res/acme/image/upload/shoes/red/900.jpg",
        "res/acme/ | 100 | shoes/red.jpg | res/acme/image/upload/shoes/red/100.png",
        "res/acme/ | 1 | shoes/red.jpg | res/acme/image/upload/shoes/red/1700000000.tiff",
        "res/acme/ | 555 | shoes/red.jpg | res/acme/image/upload/shoes/red/1700000000.tiff",
        "res/acme/ | 1900000000 | shoes/red | res/acme/image/upload/shoes/red/1700000000.tiff",
        "res/acme/ | 900 | image/upload/shoes/red.jpg | res/acme/image/upload/shoes/red/900.jpg",
        "res/acme/image/upload/ | 900 | shoes/red.jpg | res/acme/image/upload/shoes/red/900.jpg",
        "res/acme/image/upload/ | 900 | image/upload/shoes/red.jpg |"
            + " res/acme/image/upload/shoes/red/900.jpg",
        "res/acme/image/upload/ | 0 | image/private/hidden.jpg |"
            + " res/acme/image/private/hidden/5.jpg",
        "res/acme/image/upload/shoes/ | 900 | red.jpg | res/acme/image/upload/shoes/red/900.jpg",
        "prefix/res/acme/ | 0 | shoes/red.jpg | prefix/res/acme/image/upload/shoes/red/7.jpg",
        "res/acme/ | 0 | v1.2:final.jpg | res/acme/image/upload/v1.2:final/5.jpg",
        "res/acme/ | 0 | v1.2:final | res/acme/image/upload/v1.2:final/5.jpg",
        "res/acme/ | 0 | clip.mp4 | res/acme/video/upload/clip/5.mp4",
        "res/acme/ | 0 | docs/list.csv | res/acme/raw/upload/docs/list.csv/5.csv",
        "res/acme/ | 0 | raw/upload/docs/list.csv | res/acme/raw/upload/docs/list.csv/5.csv",
        "res/acme/ | 0 | caf\u00e9/a b.jpg | res/acme/image/upload/caf\u00e9/a b/5.jpg",
        "res/acme/ | 0 | mirrored/plain.jpg | res/acme/mirrored/plain.jpg",
      })
  void findsTheKeyOfAPublicId(String folder, long version, String path, String key) {
    var bucket = Buckets.at(server.port()).withFolder(folder);

    assertThat(text(bucket, Queries.version(path, version))).isEqualTo(key);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "image+example.jpg | res/acme/image/upload/image%2Bexample/5.jpg",
        "caf\u00e9/a b.jpg | res/acme/image/upload/caf%C3%A9/a%20b/5.jpg"
      })
  void encodesKeysOfBucketsThatHoldEncodedOnes(String path, String key) {
    var bucket = Buckets.at(server.port()).withFolder("res/acme/").encoded();

    assertThat(text(bucket, Queries.path(path))).isEqualTo(key);
  }

  @Test
  void listsBeyondTheFirstPage() {
    var bucket = Buckets.at(server.port()).withFolder("res/acme/");

    assertThat(text(bucket, Queries.path("busy.jpg"))).isEqualTo("newest");
  }

  @Test
  void asksAgainWhenAListedObjectIsGone() {
    server.put("res/acme/image/upload/brief/1.jpg", "1".getBytes(StandardCharsets.UTF_8));
    server.put("res/acme/image/upload/brief/2.jpg", "2".getBytes(StandardCharsets.UTF_8));
    CloudinaryBackupOrigin origin = origin(Buckets.at(server.port()).withFolder("res/acme/"));

    String before = probe.ask(origin, Queries.path("brief.jpg")).text();
    server.remove("res/acme/image/upload/brief/2.jpg");
    String after = probe.ask(origin, Queries.path("brief.jpg")).text();

    assertThat(before + after).isEqualTo("21");
  }

  @Test
  void saysAbsentWhenNeitherBackupNorMirrorHasIt() {
    FetchOutcome outcome =
        probe
            .ask(
                origin(Buckets.at(server.port()).withFolder("res/acme/")),
                Queries.path("nothing/here.jpg"))
            .outcome();

    assertThat(outcome).isInstanceOf(Absent.class);
  }

  private String text(Buckets bucket, FetchQuery query) {
    OriginProbe.Reply reply = probe.ask(origin(bucket), query);
    assertThat(reply.outcome()).isInstanceOf(Found.class);
    return reply.text();
  }

  private CloudinaryBackupOrigin origin(Buckets bucket) {
    return probe.on(
        () ->
            Future.succeededFuture(
                new CloudinaryBackupOrigin(
                    new OriginConfig.CloudinaryBackup(
                        new OriginId("backup"),
                        Optional.empty(),
                        bucket.config(),
                        "image/upload",
                        Duration.ofMinutes(5),
                        OriginConfig.Timeouts.DEFAULT),
                    S3Connection.of(
                        TestNetwork.client(vertx), vertx.createSharedWorkerExecutor("test", 2)),
                    _ -> {})));
  }
}
